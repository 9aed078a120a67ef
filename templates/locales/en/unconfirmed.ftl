# Low scores that nobody was seen giving: why they do not count, for the mail to the owner, the digest and the case page.

# Why an answer is not confirmed: the codes of domain/evidence.py that leave it undecided.
unconfirmed-why = { $reason ->
    [several_scores] two different scores were opened
    [too_soon] it was opened within minutes of the delivery, when mail is scanned
    [sent_too_soon] it was sent within a minute of the delivery
    [too_short] the page was visible for less than five seconds
    [no_gesture] nobody touched the page, which our rules ask for
   *[other] there is no sign of a person
}
unconfirmed-score = { $score } out of { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
unconfirmed-score-ticket = { $score } out of { $most }, { $survey } { $ticket }, { DATETIME($day, dateStyle: "long") }
unconfirmed-because = Why it does not count: { $why }.
unconfirmed-digest = Not confirmed, not counted
unconfirmed-digest-why = Nobody was seen giving these low scores; mail scanners open links, too. They open no follow-up. Ask the customer: if a score is theirs, sayso answers accept makes it count.
unconfirmed-subject = { $n ->
    [one] Not confirmed: { $person } ({ $account }) may have given { $score } out of { $most }
   *[other] Not confirmed: { $n } low scores in the week of { DATETIME($start, dateStyle: "long") }
}
unconfirmed-title = { $n ->
    [one] A low score, perhaps
   *[other] { $n } low scores, perhaps
}
unconfirmed-lead = { $n ->
    [one] This score counts nowhere, and there is no follow-up. Somebody, or a mail scanner, opened the link to it; no person was seen on the page.
   *[other] These scores count nowhere, and there is no follow-up. Somebody, or a mail scanner, opened the links to them; no person was seen on the page.
}
unconfirmed-ask = How to find out
unconfirmed-ask-how = Ask when you next talk: how are things, is anything missing? If the score is real, or a new answer comes, let { $manager } know.
unconfirmed-accept = { $manager } can then count it, with the reason:
unconfirmed-reason = You receive this email because you look after { $n ->
    [one] this customer
   *[other] these customers
}. It comes at most once a week, and only if there is something to ask about. Replies go to the manager of the programme.
