# Der Bericht als PDF. Was er mit der öffentlichen Seite gemeinsam hat, steht in page.ftl.

report-to-date = Bericht bis heute
report-year = Bericht { $year }
report-as-of = Stand { $day }
report-page = { $page } von { $count }
# Neben einer großen Zahl: 3 erledigt
report-number = { $status ->
    [done] erledigt
    [in_progress] in Arbeit
    [planned] geplant
    [declined] abgelehnt
   *[other] gehört
}
report-contents = Inhalt
report-online = Im Netz:
report-missing = � steht für Zeichen, die in den Schriften dieser Datei fehlen.
report-not-public = Noch nicht öffentlich
