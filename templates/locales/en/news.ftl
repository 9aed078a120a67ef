# What came of what somebody said: the mail that tells them, and a line in their next invitation.

news-subject = What you told us: { $title }
news-preheader = You said it, and it is done. There is nothing you need to do.
news-lead = Some time ago you told us something. This is what came of it.
news-heard = What we heard
news-did = What we did
news-done = Done on { $day }.
news-page = See it on our page
news-thanks = Thank you for telling us. Is it still not right for you? Reply to this email and say so.
news-reason = You receive this email because something you said to { $company } is behind this change.
news-objection = If you do not want such emails, use the link below or reply to this one, at no cost beyond the basic rate for sending it. A person reads replies.
news-line = You told us, and it is done:
