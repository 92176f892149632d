"""JSON Schema (draft 2020-12) of the front matter, made from the policies: for editors' tools and programs that write items.

A schema knows what one file shows: keys, values, and what clauses demand of an item by its own fields. What needs others,
the history or the working days is judged by ``congbo check`` alone.
"""

from congbo.facts.schema.documents import portal_schema, schemas, type_schema, written

__all__ = ["portal_schema", "schemas", "type_schema", "written"]
