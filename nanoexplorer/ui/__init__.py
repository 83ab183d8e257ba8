"""Everything that is Qt and not a figure: the session, the window, its panels, the look."""

from nanoexplorer.ui.base.unread_sources import leave_sources_unread

leave_sources_unread()
