# The report as PDF. All it shares with the public page is in page.ftl.

report-to-date = Report to date
report-year = Report { $year }
report-as-of = as of { $day }
report-page = { $page } of { $count }
# Beside a large number: 3 done
report-number = { $status ->
    [done] done
    [in_progress] in progress
    [planned] planned
    [declined] decided against
   *[other] heard
}
report-contents = Contents
report-online = On the web:
report-missing = � stands for characters that this file has no letters for.
report-not-public = Not public yet
