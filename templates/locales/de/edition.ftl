# Die Seite, auf der die Leitung die nächste Ausgabe der öffentlichen Seite freigibt
edition-title = Die nächste Ausgabe
edition-noscript = Diese Seite braucht JavaScript. Die Ausgabe lässt sich auch auf der Kommandozeile ansehen und veröffentlichen, mit sayso publish.
edition-waiting = Einen Moment …
edition-question = { $address ->
    [informal] Ausgabe { $value } wartet auf dein Ja
   *[formal] Ausgabe { $value } wartet auf Ihr Ja
}
edition-first = { $address ->
    [informal] Die erste Ausgabe wartet auf dein Ja
   *[formal] Die erste Ausgabe wartet auf Ihr Ja
}
edition-until = Bis dahin bleibt Ausgabe { $number } vom { $day } öffentlich, wie sie ist.
edition-until-first = Bis dahin gibt es keine öffentliche Seite.
edition-held = { $address ->
    [informal] Eine frühere Ausgabe wurde zurückgeholt. Von selbst erscheint nichts Neues, bis du wieder eine Ausgabe veröffentlichst.
   *[formal] Eine frühere Ausgabe wurde zurückgeholt. Von selbst erscheint nichts Neues, bis Sie wieder eine Ausgabe veröffentlichen.
}
edition-changes = Was sich ändern würde
edition-new = Neu
edition-changed = Geändert
edition-removed = Nicht mehr dabei
edition-score-moves = Der Wert
edition-before = Bisher:
edition-after = Künftig:
edition-no-score = keiner
edition-points = { $score } · wahrscheinlich zwischen { $low } und { $high } · { $n } Antworten
edition-figures = Zahlen
edition-figures-move = Was gelobt und kritisiert wird oder der Verlauf ist neu gezählt.
edition-new-quotes = Neue Zitate
edition-removed-quotes = Zitate, die wegfallen
edition-details = Einzelheiten
edition-no-changes = Dieselben Vorhaben und Zahlen, anders geordnet oder mit anderen Einzelheiten.
edition-look = Ansehen
edition-look-why = { $address ->
    [informal] Ohne diesen Link findet niemand diese Seiten. Bitte lies sie, bevor du veröffentlichst.
   *[formal] Ohne diesen Link findet niemand diese Seiten. Bitte lesen Sie sie, bevor Sie veröffentlichen.
}
edition-page = Seite auf { $value }
edition-report = Bericht auf { $value } (PDF)
edition-publish = Diese Ausgabe veröffentlichen
edition-publish-what = { $address ->
    [informal] Veröffentlicht wird genau das, was du hier siehst. Zieht ein Kunde inzwischen ein Zitat zurück, fehlt es darin.
   *[formal] Veröffentlicht wird genau das, was Sie hier sehen. Zieht ein Kunde inzwischen ein Zitat zurück, fehlt es darin.
}
edition-replaced = { $address ->
    [informal] Inzwischen wartet eine andere Ausgabe als die, die du angesehen hast. Es wurde nichts veröffentlicht. Hier ist, was jetzt wartet.
   *[formal] Inzwischen wartet eine andere Ausgabe als die, die Sie angesehen haben. Es wurde nichts veröffentlicht. Hier ist, was jetzt wartet.
}
edition-nothing = Keine Ausgabe wartet
edition-public = Ausgabe { $number } vom { $day } ist öffentlich.
edition-nobody = Noch ist nichts öffentlich. Sobald es etwas anzusehen gibt, bringt der Wochenüberblick einen Link.
edition-see-public = Zur öffentlichen Seite
edition-approved = Ausgabe { $value } ist unterwegs
edition-approved-what = { $address ->
    [informal] Du hast sie freigegeben. In wenigen Minuten ist sie öffentlich; diese Seite muss nicht offen bleiben.
   *[formal] Sie haben sie freigegeben. In wenigen Minuten ist sie öffentlich; diese Seite muss nicht offen bleiben.
}
edition-again = Noch einmal nachsehen
edition-invalid = Dieser Link funktioniert nicht
edition-invalid-why = { $address ->
    [informal] Er ist abgelaufen oder unvollständig, oder inzwischen leitet jemand anderes das Programm. Es wurde nichts veröffentlicht. Öffne ihn bitte aus dem neuesten Wochenüberblick.
   *[formal] Er ist abgelaufen oder unvollständig, oder inzwischen leitet jemand anderes das Programm. Es wurde nichts veröffentlicht. Öffnen Sie ihn bitte aus dem neuesten Wochenüberblick.
}
edition-failed = Das lässt sich gerade nicht anzeigen
edition-failed-why = { $address ->
    [informal] Du hast nichts falsch gemacht. Bitte versuch es gleich noch einmal.
   *[formal] Sie haben nichts falsch gemacht. Bitte versuchen Sie es gleich noch einmal.
}
edition-offline-why = { $address ->
    [informal] Du bist offline. Bitte versuch es noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline. Bitte versuchen Sie es noch einmal, sobald Sie wieder verbunden sind.
}
edition-retry = Noch einmal versuchen
edition-working = Einen Moment …
edition-offline = { $address ->
    [informal] Du bist offline, es wurde noch nichts veröffentlicht. Bitte klick noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline, es wurde noch nichts veröffentlicht. Bitte klicken Sie noch einmal, sobald Sie wieder verbunden sind.
}
edition-unsaved = { $address ->
    [informal] Das hat nicht geklappt, es wurde noch nichts veröffentlicht. Bitte klick gleich noch einmal.
   *[formal] Das hat nicht geklappt, es wurde noch nichts veröffentlicht. Bitte klicken Sie gleich noch einmal.
}
edition-digest = { $address ->
    [informal] Eine neue Ausgabe der öffentlichen Seite wartet auf dein Ja
   *[formal] Eine neue Ausgabe der öffentlichen Seite wartet auf Ihr Ja
}
edition-digest-why = { $address ->
    [informal] Nichts davon ist öffentlich, bevor du sie veröffentlichst.
   *[formal] Nichts davon ist öffentlich, bevor Sie sie veröffentlichen.
}
edition-digest-link = Ansehen und veröffentlichen
