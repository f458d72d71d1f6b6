"""What statements refuse, in finished sentences."""


class StatementRefused(Exception):
    """Something that can't be done with a statement as asked; the text is for the person."""


class NotWhole(StatementRefused):
    def __init__(self, missing: list[str]) -> None:
        super().__init__(f"Write all four parts before you publish. Still empty: {', '.join(missing)}.")


class ReasonMissing(StatementRefused):
    def __init__(self) -> None:
        super().__init__("Say why the statement is changed. The reason is shown with the new version.")


class NoDraft(StatementRefused):
    def __init__(self) -> None:
        super().__init__("This version is published and stays as it is. Begin a new version to change something.")
