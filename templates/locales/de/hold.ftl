# Die Seite, auf der Zuständige einen Kunden zurückstellen
hold-title = Einen Kunden zurückstellen
hold-noscript = { $address ->
    [informal] Diese Seite braucht JavaScript. Du kannst auch der Leitung des Programms schreiben:
   *[formal] Diese Seite braucht JavaScript. Sie können auch der Leitung des Programms schreiben:
}
hold-waiting = Einen Moment …
hold-question = { $value } zurückstellen?
hold-what = Dort wird niemand gefragt, bis der letzte Tag vorbei ist. Was so lange wartet, geht danach hinaus, wenn es dafür noch nicht zu spät ist. Wer schon eine Frage bekommen hat, kann weiter antworten.
hold-present = Zurückgestellt bis { $until }: { $reason } ({ $by }). Eine neue Angabe ersetzt diese.
hold-release = Jetzt beenden
hold-until = Bis wann?
hold-4-weeks = 4 Wochen
hold-3-months = 3 Monate
hold-day = Bis zu einem Tag
hold-until-day = bis { $value }
hold-last-day = Der letzte Tag, an dem niemand gefragt wird
hold-until-missing = { $address ->
    [informal] Wähl einen Tag ab heute, innerhalb eines Jahres.
   *[formal] Wählen Sie einen Tag ab heute, innerhalb eines Jahres.
}
hold-reason = Warum?
hold-reason-hint = Für alle, die es später sehen. Der Grund steht in den Überblicken.
hold-reason-missing = { $address ->
    [informal] Sag in ein paar Worten, warum.
   *[formal] Sagen Sie in ein paar Worten, warum.
}
hold-button = { $value } zurückstellen
hold-done = Bei { $account } wird bis { $until } niemand gefragt
hold-done-what = { $address ->
    [informal] Das steht mit deinem Grund in den Überblicken und ist mit deinem Namen vermerkt.
   *[formal] Das steht mit Ihrem Grund in den Überblicken und ist mit Ihrem Namen vermerkt.
}
hold-undo = Zurücknehmen
hold-released = { $value } wird wieder gefragt
hold-released-what = Dieser Kunde ist nicht zurückgestellt.
hold-again = Doch zurückstellen
hold-invalid = Dieser Link funktioniert nicht
hold-invalid-why = { $address ->
    [informal] Er ist abgelaufen oder unvollständig, oder der Kunde steht nicht mehr in der Liste. Es wurde nichts geändert. Öffne ihn bitte aus dem neuesten Überblick, oder schreib der Leitung des Programms:
   *[formal] Er ist abgelaufen oder unvollständig, oder der Kunde steht nicht mehr in der Liste. Es wurde nichts geändert. Öffnen Sie ihn bitte aus dem neuesten Überblick, oder schreiben Sie der Leitung des Programms:
}
hold-failed = Das lässt sich gerade nicht anzeigen
hold-failed-why = { $address ->
    [informal] Du hast nichts falsch gemacht. Bitte versuch es gleich noch einmal.
   *[formal] Sie haben nichts falsch gemacht. Bitte versuchen Sie es gleich noch einmal.
}
hold-offline-why = { $address ->
    [informal] Du bist offline. Bitte versuch es noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline. Bitte versuchen Sie es noch einmal, sobald Sie wieder verbunden sind.
}
hold-retry = Noch einmal versuchen
hold-working = Einen Moment …
hold-offline = { $address ->
    [informal] Du bist offline, es wurde noch nichts geändert. Bitte klick noch einmal, sobald du wieder verbunden bist.
   *[formal] Sie sind offline, es wurde noch nichts geändert. Bitte klicken Sie noch einmal, sobald Sie wieder verbunden sind.
}
hold-unsaved = { $address ->
    [informal] Das hat nicht geklappt, es wurde noch nichts geändert. Bitte klick gleich noch einmal.
   *[formal] Das hat nicht geklappt, es wurde noch nichts geändert. Bitte klicken Sie gleich noch einmal.
}
