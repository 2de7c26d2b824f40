"""How the documentation is built: `sphinx-build -W docs site`."""

from importlib import metadata

project = "periodize"
author = "periodize contributors"
project_copyright = author
try:
    release = metadata.version("periodize")
except metadata.PackageNotFoundError:
    release = "unreleased"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["changes"]

html_theme = "furo"
html_title = f"periodize {release}"
html_show_sourcelink = False
html_static_path = ["static"]
html_css_files = ["wrap.css"]
pygments_style = "friendly"

myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3

autodoc_member_order = "groupwise"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
