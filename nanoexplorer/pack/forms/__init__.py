"""The other forms of a pack, a workbook and a pack file, read and written as a folder's files."""
