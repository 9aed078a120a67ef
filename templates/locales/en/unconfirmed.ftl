# Low scores that nobody was seen giving: why they do not count, for the digest and the case page.

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
