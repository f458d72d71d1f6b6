"""The page shell for Django templates (allauth's pages, for example).

{% load ui_shell %}
{% shell "Title" %}…content…{% endshell %}
{% shell section="account" %}Title{% shellbody %}…content…{% shellscripts %}…scripts…{% endshell %}
"""

from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags

from ui.context import bare_shell, shell_for
from ui.forms import errors_of

register = template.Library()
# A page has one form, named `form`; pages where a code is entered name it otherwise.
NAMES_OF_FORMS = ("form", "verify_form")


@register.tag("shell")
def shell(parser, token):
    """Parse a shell; without a title as its argument, what comes before `shellbody` is the title."""
    arguments = token.split_contents()[1:]
    options = dict(part.split("=", 1) for part in arguments if part.startswith("section="))
    titles = [parser.compile_filter(part) for part in arguments if not part.startswith("section=")]
    nodes = {"title": template.NodeList(), "body": template.NodeList(), "scripts": template.NodeList()}
    part = "body" if titles else "title"
    while True:
        nodes[part] = parser.parse(("shellbody", "shellscripts", "endshell"))
        ending = parser.next_token().contents
        if ending == "endshell":
            break
        part = ending.removeprefix("shell")
    section = parser.compile_filter(options["section"]) if options else None
    return ShellNode(titles[0] if titles else None, section, nodes)


class ShellNode(template.Node):
    """Draws its parts as Django does, then the shell around them as Jinja2 does."""

    child_nodelists = ("title_nodes", "body_nodes", "script_nodes")

    def __init__(self, title, section, nodes):
        self.title, self.section = title, section
        self.title_nodes, self.body_nodes, self.script_nodes = nodes["title"], nodes["body"], nodes["scripts"]

    def render(self, context):
        request = context.get("request")
        broken = errors_of(*(context.get(name) for name in NAMES_OF_FORMS))
        # The summary is drawn first, so that the form, drawn within the body, knows that it is on the page.
        summary = render_to_string("ui/error_summaries.html", {"broken": broken}) if broken else ""
        values = {
            "title": self._title(context),
            "section": self.section.resolve(context) if self.section else None,
            "broken_summary": summary,
            "body": self.body_nodes.render(context),
            "scripts": self.script_nodes.render(context),
            "shell": shell_for(request) if request else bare_shell(),
        }
        return render_to_string("ui/bridge.html", values, request=request)

    def _title(self, context) -> str:
        text = self.title.resolve(context) if self.title else self.title_nodes.render(context)
        return unescape(strip_tags(" ".join(str(text).split())))
