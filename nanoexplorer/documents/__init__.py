"""What is said: one builder a view, made of blocks that carry words, ids, references and weight.

Nobody else words a claim, a reason or a status; renderers lay out what stands here. No Qt.
"""
