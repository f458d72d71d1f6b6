"""Who may use the addresses of the forum; see `accounts.rights_table`."""

from accounts.rights_table import Row
from peer_network import rights_samples as samples
from peer_network.rights_samples import FORM, MODERATORS, POST, TAKE_PART

OF_SPACE = {"sample": samples.space, "foreign": samples.unknown_space}
OF_TOPIC = {"sample": samples.topic, "foreign": samples.unreadable_topic}
OF_POST = {"sample": samples.post_of_another, "foreign": samples.unreadable_post}
OWN_POST = {"sample": samples.own_post, "foreign": samples.post_of_another}
OF_MEMBER = {"sample": samples.another_member, "foreign": samples.unknown}

ROWS = [
    Row("peers:start", TAKE_PART, sample=samples.joined),
    Row("peers:search", TAKE_PART, sample=samples.joined),
    Row("peers:spaces", TAKE_PART, sample=samples.joined),
    Row("peers:space", TAKE_PART, **OF_SPACE),
    Row("peers:topic-new", TAKE_PART, FORM, also=(422,), **OF_SPACE),
    Row("peers:space-ask", TAKE_PART, POST, sample=samples.space_by_request, foreign=samples.unknown_space),
    Row("peers:space-leave", TAKE_PART, POST, sample=samples.space_by_request, foreign=samples.unknown_space),
    Row("peers:space-follow", TAKE_PART, POST, **OF_SPACE),
    Row("peers:space-mute", TAKE_PART, POST, **OF_SPACE),
    Row("peers:topic", TAKE_PART, **OF_TOPIC),
    Row("peers:reply", TAKE_PART, FORM, also=(422,), **OF_TOPIC),
    Row("peers:topic-follow", TAKE_PART, POST, **OF_TOPIC),
    Row("peers:topic-mute", TAKE_PART, POST, **OF_TOPIC),
    Row("peers:post-kept", TAKE_PART, **OWN_POST),
    Row("peers:post-edit", TAKE_PART, FORM, also=(422,), **OWN_POST),
    Row("peers:post-take-back", TAKE_PART, FORM, **OWN_POST),
    Row("peers:post-history", TAKE_PART, **OWN_POST),
    Row("peers:thanks", TAKE_PART, POST, **OF_POST),
    Row("peers:helpful", TAKE_PART, POST, **OF_POST),
    Row("peers:member", TAKE_PART, **OF_MEMBER),
    Row("peers:member-block", TAKE_PART, POST, **OF_MEMBER),
    Row("peers:keep-spaces", MODERATORS),
    Row("peers:keep-space-new", MODERATORS, FORM, also=(422,)),
    Row("peers:keep-space", MODERATORS, FORM, also=(422,), **OF_SPACE),
    Row("peers:topic-pin", MODERATORS, POST, sample=samples.topic, foreign=samples.unknown),
    Row("peers:topic-close", MODERATORS, POST, sample=samples.topic, foreign=samples.unknown),
]
