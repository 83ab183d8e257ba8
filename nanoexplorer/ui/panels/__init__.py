"""The parts of the window: they draw what they are handed and send requests; none knows another."""
