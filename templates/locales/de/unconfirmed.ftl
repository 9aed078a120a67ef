# Niedrige Bewertungen, bei denen niemand gesehen wurde: warum sie nicht zählen, für die E-Mail an die Zuständigen,
# den Wochenüberblick und die Seite des Falls.

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
unconfirmed-digest-why = Bei diesen niedrigen Bewertungen wurde niemand gesehen; auch Virenscanner öffnen Links. Ein Fall wird dafür nicht eröffnet. Ergibt eine Nachfrage beim Kunden, dass eine stimmt, zählt sie mit sayso answers accept.
unconfirmed-subject = { $n ->
    [one] Nicht bestätigt: vielleicht { $score } von { $most } von { $person } ({ $account })
   *[other] Nicht bestätigt: { $n } niedrige Bewertungen in der Woche vom { DATETIME($start, dateStyle: "long") }
}
unconfirmed-title = { $n ->
    [one] Vielleicht eine niedrige Bewertung
   *[other] Vielleicht { $n } niedrige Bewertungen
}
unconfirmed-lead = { $n ->
    [one] Diese Bewertung zählt nirgends, und es gibt keinen Fall dazu. Jemand, oder ein Virenscanner, hat den Link geöffnet; ein Mensch war auf der Seite nicht zu erkennen.
   *[other] Diese Bewertungen zählen nirgends, und es gibt keinen Fall dazu. Jemand, oder ein Virenscanner, hat die Links geöffnet; ein Mensch war auf der Seite nicht zu erkennen.
}
unconfirmed-ask = So lässt es sich klären
unconfirmed-ask-how = { $address ->
    [informal] Frag beim nächsten Gespräch einfach nach: Wie läuft es, fehlt etwas? Stimmt die Bewertung, oder kommt eine neue Antwort, sag bitte { $manager } Bescheid.
   *[formal] Fragen Sie beim nächsten Gespräch einfach nach: Wie läuft es, fehlt etwas? Stimmt die Bewertung, oder kommt eine neue Antwort, sagen Sie bitte { $manager } Bescheid.
}
unconfirmed-accept = { $manager } kann sie dann mit Begründung zählen lassen:
unconfirmed-reason = { $address ->
    [informal] Du bekommst diese E-Mail, weil du für { $n ->
        [one] diesen Kunden
       *[other] diese Kunden
    } zuständig bist.
   *[formal] Sie erhalten diese E-Mail, weil Sie für { $n ->
        [one] diesen Kunden
       *[other] diese Kunden
    } zuständig sind.
} Diese E-Mail kommt höchstens einmal in der Woche, und nur wenn es etwas zu klären gibt. Antworten gehen an die Leitung des Programms.
