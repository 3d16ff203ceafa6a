### Messages that go later, by text or to others.

staff-event-message-not-sent = Message not sent, as nothing says where to
messages-text = Text message
