"""Pictures of points, for portals whose regulation lists no drawings."""
