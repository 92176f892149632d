"""The attachments of the demonstration portals, drawn from the items that name them."""
