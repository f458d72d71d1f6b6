"""What asking needs of somebody today."""


def test_an_editor_is_told_who_waits_and_a_commissioner_what_is_to_be_read(
    client_as, enquiry, feedback, provider, kernow
):
    ours = provider(areas=["kernow"])
    editor = client_as("provider-editor", organisation=ours.organisation)
    commissioner = client_as("commissioner", area=kernow)
    assert "Somebody waits for your answer" not in editor.get("/home/").content.decode()
    made = enquiry(of=ours)
    feedback(of=ours)
    home = editor.get("/home/").content.decode()
    assert "Somebody waits for your answer" in home
    assert f"/market/provider/enquiries/{made.public_id}/" in home
    assert "Read feedback on providers" in commissioner.get("/home/").content.decode()
    enquiry(of=ours)
    assert "Answer 2 people who asked" in editor.get("/home/").content.decode()
