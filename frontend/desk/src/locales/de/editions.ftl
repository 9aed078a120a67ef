# Editions of the public page: what is public, what waits for a yes, and the way back
editions-nav = Ausgaben
editions-title = Ausgaben der öffentlichen Seite
editions-lead = Was öffentlich ist, was auf ein Ja wartet, und was vorher öffentlich war.
editions-public = Was öffentlich ist
editions-none = Noch ist nichts öffentlich
editions-first-write = Eine Zusage schreiben, in jeder Sprache der Seite
editions-first-publish = Sie veröffentlichen: Damit kommt sie in die nächste Ausgabe
editions-first-approve = Die erste Ausgabe hier ansehen und freigeben
editions-now = Ausgabe { $number } vom { $day } ist öffentlich.
editions-held = Eine frühere Ausgabe wurde zurückgeholt: Von selbst erscheint nichts Neues, bis jemand eine Ausgabe freigibt.
editions-open = Öffentliche Seite ansehen
editions-waiting = Was wartet
editions-nothing-waits = Keine Ausgabe wartet
editions-by-rule = Neues erscheint von selbst, binnen Minuten.
editions-by-approval = { $address ->
    [informal] Was du veröffentlichst oder änderst, wartet binnen Minuten hier auf ein Ja.
   *[formal] Was Sie veröffentlichen oder ändern, wartet binnen Minuten hier auf ein Ja.
  }
editions-refresh = Jetzt nach Neuem sehen
editions-asked = Es wird gleich nachgesehen; das dauert ein, zwei Minuten.
editions-on-its-way = Ausgabe { $number } ist unterwegs
editions-on-its-way-say = Sie ist freigegeben und in wenigen Minuten öffentlich. Diese Seite muss nicht offen bleiben.
editions-stuck = Das sollte längst geschehen sein. Wer die Technik betreut, erfährt es durch einen Alarm; unter Programm, Zustand steht mehr.
editions-question = { $address ->
    [informal] Ausgabe { $number } wartet auf dein Ja
   *[formal] Ausgabe { $number } wartet auf Ihr Ja
  }
editions-question-first = { $address ->
    [informal] Die erste Ausgabe wartet auf dein Ja
   *[formal] Die erste Ausgabe wartet auf Ihr Ja
  }
editions-made = Vom { $day }. Das würde sich ändern:
editions-look = Ansehen
editions-page-in = Seite: { $language }
editions-report-in = Bericht: { $language } (PDF)
editions-publish = Ausgabe { $number } veröffentlichen
editions-publish-say = { $address ->
    [informal] Genau das, was du angesehen hast, wird binnen Minuten öffentlich. Nimmt ein Kunde inzwischen ein Zitat zurück, fehlt es.
   *[formal] Genau das, was Sie angesehen haben, wird binnen Minuten öffentlich. Nimmt ein Kunde inzwischen ein Zitat zurück, fehlt es.
  }
editions-approved = Freigegeben. In wenigen Minuten ist sie öffentlich.
editions-change-new = Neu
editions-change-changed = Geändert
editions-change-removed = Nicht mehr dabei
editions-score = Die Zahl
editions-before = Bisher: { $score }
editions-after = Künftig: { $score }
editions-no-score = keine
editions-points = { $n ->
    [one] { $score } · wahrscheinlich zwischen { $low } und { $high } · 1 Antwort
   *[other] { $score } · wahrscheinlich zwischen { $low } und { $high } · { $n } Antworten
  }
editions-figures = Zahlen
editions-figures-say = Lob, Kritik oder der Verlauf werden neu gezählt.
editions-quotes = Zitate
editions-quotes-new = { $n ->
    [one] 1 neues Zitat
   *[other] { $n } neue Zitate
  }
editions-quotes-gone = { $n ->
    [one] 1 Zitat fällt weg
   *[other] { $n } Zitate fallen weg
  }
editions-no-changes = Dieselben Zusagen und Zahlen, in neuer Reihenfolge oder mit anderen Einzelheiten.
editions-past = Alle bisherigen Ausgaben
editions-edition = Ausgabe
editions-number = Ausgabe { $number }
editions-published = Veröffentlicht
editions-by = Freigegeben von
editions-rule = nach Regel
editions-restores = Holt zurück
editions-is-public = jetzt öffentlich
editions-back-head = Weg zurück
editions-back = Ausgabe { $number } zurückholen
editions-back-short = { $number } zurückholen
editions-back-say = Öffentlich ist dann wieder, was darin stand, als neue Ausgabe und mit den Zahlen von damals. Was seither zurückgenommen wurde, bleibt weg, und von selbst erscheint nichts Neues, bis jemand freigibt. Es würde sich ändern:
editions-back-asked = Ausgabe { $number } wird zurückgeholt; das dauert ein, zwei Minuten.
editions-requests = Was heute gewünscht wurde
editions-request-refresh = Nach Neuem sehen
editions-request-rollback = Ausgabe { $number } zurückholen
editions-request-asked = unterwegs
editions-request-done = erledigt
editions-request-refused = nicht geschehen
editions-request-late = dauert länger als üblich
editions-refused-replaced = { $address ->
    [informal] Da war schon eine andere Ausgabe öffentlich, also wurde nichts zurückgeholt. Bitte sieh neu hin.
   *[formal] Da war schon eine andere Ausgabe öffentlich, also wurde nichts zurückgeholt. Bitte sehen Sie neu hin.
  }
editions-refused-gone = Diese Ausgabe gibt es nicht.
editions-refused-public = Sie ist es, die öffentlich ist.
editions-refused-late = Es kam nicht rechtzeitig dran, also geschah nichts.
