# Die öffentliche Seite. Wer liest, ist nicht bekannt; nur die Überschrift spricht die Kunden an.

page-title = { $address ->
    [informal] Ihr sagt es, wir handeln
   *[formal] Sie sagen es, wir handeln
}
page-head-title = { $address ->
    [informal] Ihr sagt es, wir handeln
   *[formal] Sie sagen es, wir handeln
} · { $company }
page-description = Was Kunden { $company } gesagt haben, was sich dadurch geändert hat und wie zufrieden sie sind.
page-description-without = Was Kunden { $company } gesagt haben und was sich dadurch geändert hat.
page-intro = Was Kunden { $company } sagen und was sich dadurch ändert.
page-languages = Sprachen
page-not-public = Noch nicht öffentlich. So würde die Seite aussehen.

## Gehört und getan

page-latest = Zuletzt
page-commitments = Außerdem gehört
page-no-commitments = Noch nichts zu berichten. Sobald sich etwas ändert, weil ein Kunde es gesagt hat, steht es hier.
page-voices-count = Mindestens { $count } Kunden sagten
page-voices-several = Mehrere Kunden sagten
page-voices-unsaid = Wir haben gehört
page-answer = { $status ->
    [done] Was wir getan haben
    [in_progress] Was wir gerade tun
    [planned] Was wir vorhaben
    [declined] Warum nicht
   *[other] Was wir dazu sagen
}
page-status = { $status ->
    [done] Erledigt
    [in_progress] In Arbeit
    [planned] Geplant
    [declined] Dagegen entschieden
   *[other] Gehört
}
page-status-done-in = Erledigt im { $month }
page-status-decided-in = Dagegen entschieden im { $month }
page-status-for = { $status ->
    [in_progress] In Arbeit, geplant für { $month }
   *[other] Geplant für { $month }
}
page-status-was-for = { $status ->
    [in_progress] In Arbeit, ursprünglich für { $month }
   *[other] Geplant, ursprünglich für { $month }
}
page-since = { $status } · { $month }
page-later = Seither:
page-lines = Früher und in Kürze
page-quotes = Mit den Worten der Kunden
page-quote-by = Aus einer Kundenantwort
page-quote-translated = übersetzt aus dem { $original ->
    [de] Deutschen
    [nl] Niederländischen
   *[other] Englischen
}

## Was Kunden schätzen und bemängeln

page-valued = Was Kunden schätzen
page-criticised = Was sie bemängeln
page-theme-count = von mindestens { $count } genannt
page-no-themes = { $who ->
    [promoters] Von denen, die eine 9 oder 10 gegeben haben, nannten zu wenige dasselbe Thema, um es zu zeigen.
   *[detractors] Von denen, die 0 bis 6 gegeben haben, nannten zu wenige dasselbe Thema, um es zu zeigen.
}

## Die Kennzahl

page-score = Die Kennzahl
page-score-name = Net Promoter Score
page-likely = wahrscheinlich zwischen { $low } und { $high }
page-answers = { $count ->
    [one] { $count } Antwort
   *[other] { $count } Antworten
}
page-until = 12 Monate bis { $month }
page-coverage = Von { $asked } Umfragen, die in dieser Zeit verschickt wurden, sind { $answered } beantwortet.
page-few = Das sind wenige Antworten, der Wert ist also unsicher: Die Spanne sagt mehr als die Zahl.
page-no-score = Noch nicht genug Antworten. Der Wert erscheint ab fünf Antworten, damit niemand zu erkennen ist.
page-score-then = Die Kennzahl am Ende des Jahres
page-benchmark = Zum Vergleich: { $nps } ({ $source }).
page-against = { $verdict ->
    [above] Unser Wert liegt verlässlich darüber.
    [below] Unser Wert liegt verlässlich darunter.
   *[other] Der Unterschied kann Zufall sein.
}
page-scale-title = Net Promoter Score { $score }, wahrscheinlich zwischen { $low } und { $high }, auf der Skala von −100 bis +100
page-score-meaning = Kunden sagen von 0 bis 10, wie wahrscheinlich sie { $company } weiterempfehlen. Der Wert ist der Anteil der 9 und 10 abzüglich des Anteils der 0 bis 6, in Punkten von −100 bis +100. Die Spanne zeigt, wo er wahrscheinlich läge, hätte der Zufall andere antworten lassen (95‑%‑Intervall, wie bei einer Stichprobe aus vielen Kunden).
page-score-without-tickets = Antworten zu einzelnen Supportanfragen gehen nicht ein.
page-trend = Monat für Monat
page-trend-title = Net Promoter Score nach Monaten
page-trend-description = Von { $first } bis { $last }. Letzter gezeigter Monat: { $month }, Wert { $score }, wahrscheinlich zwischen { $low } und { $high }, { $count } Antworten. Die Tabelle darunter enthält jeden Monat.
page-trend-caption = Die Linie ist der Wert jedes Monats, das Band der Bereich, in dem er wahrscheinlich liegt, n die Zahl der Antworten. Monate mit zu wenigen Antworten fehlen, damit niemand zu erkennen ist.
page-trend-same = Die späteren sechs Monate ({ $after }) gegenüber den früheren sechs ({ $before }): keine verlässliche Veränderung, der Unterschied kann Zufall sein.
page-trend-up = Die späteren sechs Monate ({ $after }) sind verlässlich besser als die früheren sechs ({ $before }).
page-trend-down = Die späteren sechs Monate ({ $after }) sind verlässlich schlechter als die früheren sechs ({ $before }).
page-table = Die Monate als Tabelle
page-table-month = Monat
page-table-score = Wert
page-table-range = Spanne
page-table-answers = Antworten
page-table-range-value = { $low } und { $high }
page-table-gap = zu wenige Antworten
page-so-far = { $month } bisher
page-in-part = { $month }, teilweise

## Wie wir fragen

page-how = Wie wir fragen
page-how-when = Wann
page-when-after = Einmal, { $span } nachdem jemand Kunde geworden ist.
page-when-every = { $months ->
    [one] Jeden Monat.
    [12] Einmal im Jahr.
   *[other] Alle { $months } Monate.
}
page-when-ticket = Wenn eine Supportanfrage gelöst ist, { $quiet } später; dieselbe Person frühestens { $apart } danach wieder.
page-when-touchpoint = Wenn gemeinsam etwas erreicht ist, zum Beispiel ein Projekt abgeschlossen, { $quiet } später; dieselbe Person frühestens { $apart } danach wieder.
page-when-recheck = Noch einmal etwa { $quiet } nachdem wir einer schlechten Bewertung nachgegangen sind.
page-when-review = Im Quartalsgespräch; wer den Kunden betreut, hält die Antwort fest. Diese Werte werden gesondert gezählt.
page-span-days = { $count ->
    [one] einen Tag
   *[other] { $count } Tage
}
page-span-hours = { $count ->
    [one] eine Stunde
   *[other] { $count } Stunden
}
page-span-minutes = { $count ->
    [one] eine Minute
   *[other] { $count } Minuten
}
page-how-reminder = { $count ->
    [0] Wer nicht antwortet, wird nicht erinnert; abmelden kann sich jeder mit einem Klick.
    [one] Wer nicht antwortet, wird höchstens einmal erinnert und kann sich mit einem Klick abmelden.
   *[other] Wer nicht antwortet, wird höchstens { $count } Mal erinnert und kann sich mit einem Klick abmelden.
}
page-how-reader = Wer es liest
page-reader = Die Antworten sind nicht anonym. Bei { $company } liest sie, wer den Kunden betreut, bei einer Supportanfrage die Leitung des Supports, außerdem wer diese Umfragen verantwortet.
page-reader-words = Was jemand geschrieben hat, wird nach { $months ->
    [one] einem Monat
    [12] einem Jahr
   *[other] { $months } Monaten
} gelöscht; die Bewertung bleibt, ohne Namen.
page-how-low = Nach einer schlechten Bewertung
page-low = Wer 0 bis 6 gibt oder darum bittet, hört innerhalb von { $days ->
    [one] einem Arbeitstag
   *[other] { $days } Arbeitstagen
} von einem Menschen, ausgenommen wer keinen Kontakt möchte. Abgeschlossen ist es, wenn festgehalten ist, was falsch lief, was getan wurde und ob es gelöst ist.
page-how-privacy = Was hier steht
page-shown = Jede Antwort zählt, gleich was darin steht. Keine Zahl beruht auf weniger als fünf Antworten, und die Zahlen bewegen sich erst mit mindestens { $count } neuen Antworten, damit niemand zu erkennen ist.
page-shown-quotes = Zitate stehen hier mit dem Einverständnis derer, die sie geschrieben haben; […] zeigt, wo etwas weggelassen ist.
page-how-review = Öffentliche Bewertungen
page-review = Alle, die wir fragen, sehen diesen Link, gleich welche Bewertung sie geben:
page-imprint = Impressum
page-privacy = Datenschutz
page-edition = Ausgabe { $number } vom { $day }
page-restores = Sie stellt Ausgabe { $number } wieder her.

## Andere Jahre, und was sich mitnehmen lässt

page-more = Mehr
page-years = Nach Jahren
page-present = Aktueller Stand
page-take = Zum Mitnehmen
page-report = Der Bericht (PDF)
page-report-year = Der Bericht { $year } (PDF)
page-feed = Neuigkeiten als Feed (Atom)
page-feed-title = Was sich bei { $company } ändert
page-data = Die Daten (JSON)
page-schema = und ihr Schema
page-year = { $year }
page-year-so-far = { $year } bisher
page-year-head-title = { $year } · { $address ->
    [informal] Ihr sagt es, wir handeln
   *[formal] Sie sagen es, wir handeln
} · { $company }
page-year-description = Was Kunden { $company } im Jahr { $year } gesagt haben und was daraus wurde.
page-year-intro = Was Kunden { $company } im Jahr { $year } gesagt haben und was daraus wurde.
page-year-empty = In diesem Jahr wurde nichts berichtet.
page-group = { $group ->
    [done] Erledigt
    [underway] Geplant und in Arbeit
    [declined] Dagegen entschieden
   *[other] Gehört
}
