# Het rapport als pdf. Wat het met de openbare pagina deelt, staat in page.ftl.

report-to-date = Rapport tot nu toe
report-year = Rapport { $year }
report-as-of = stand van { $day }
report-page = { $page } van { $count }
# Naast een groot getal: 3 afgerond
report-number = { $status ->
    [done] afgerond
    [in_progress] in uitvoering
    [planned] gepland
    [declined] doen we niet
   *[other] gehoord
}
report-contents = Inhoud
report-online = Online:
report-missing = � staat voor tekens die in de lettertypen van dit bestand ontbreken.
report-not-public = Nog niet openbaar
