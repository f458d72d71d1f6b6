"""The renderer that `FORM_RENDERER` names."""

from django.forms.renderers import TemplatesSetting
from django.template import TemplateDoesNotExist, engines


class NHSFormRenderer(TemplatesSetting):
    """Draws whole forms and fields with our macros; widgets by themselves keep Django's own templates.

    Wagtail's and Django's editors draw their widgets one by one, from Django templates that include one another,
    so those are looked up in the Django engine first: a Jinja2 twin of one of them could not include the others.
    """

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"

    def get_template(self, template_name):
        if template_name.startswith("ui/"):
            return engines["jinja2"].get_template(template_name)
        try:
            return engines["django"].get_template(template_name)
        except TemplateDoesNotExist:
            return super().get_template(template_name)
