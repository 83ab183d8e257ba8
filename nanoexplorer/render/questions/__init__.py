"""Questions as files of other programs: learning platforms, flash cards, a page that asks."""
