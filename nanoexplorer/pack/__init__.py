"""From the files of a pack to the types of `core`: strict, and every problem named in one go."""
