"""The house rules that members accept: their version is the day on which they were last changed."""

from peer_network import words

VERSION = words.read("rules").version
