# Niedrige Bewertungen, bei denen niemand gesehen wurde: warum sie nicht zählen, für den Wochenüberblick
# und die Seite des Falls.

# Warum eine Antwort nicht bestätigt ist: die Kürzel aus domain/evidence.py, die sie offenlassen.
unconfirmed-why = { $reason ->
    [several_scores] zwei verschiedene Bewertungen wurden geöffnet
    [too_soon] geöffnet wenige Minuten nach der Zustellung, wenn E-Mails geprüft werden
    [sent_too_soon] abgeschickt weniger als eine Minute nach der Zustellung
    [too_short] die Seite war keine fünf Sekunden lang zu sehen
    [no_gesture] niemand hat die Seite berührt, und das verlangen unsere Regeln
   *[other] kein Zeichen eines Menschen
}
unconfirmed-score = { $score } von { $most }, { $survey }, { DATETIME($day, dateStyle: "long") }
unconfirmed-score-ticket = { $score } von { $most }, { $survey } { $ticket }, { DATETIME($day, dateStyle: "long") }
unconfirmed-because = Warum es nicht zählt: { $why }.
unconfirmed-digest = Nicht bestätigt, nicht gezählt
