"""The parts of the window. Panels draw what they are handed and send wishes; none knows another."""
