"""The web door: the secretary's form. The only room that imports Flask."""

from docgen.web.app import create_app
from docgen.web.server import serve

__all__ = ["create_app", "serve"]
