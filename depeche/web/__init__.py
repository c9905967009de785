"""The local web application and the REST API: search, check and correct a record in the browser."""

from depeche.web.app import make_app

__all__ = ["make_app"]
