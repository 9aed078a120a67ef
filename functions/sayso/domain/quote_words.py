"""Words that a quote may say although somebody, or some company, is called by them: lists of what is no name."""

from __future__ import annotations


def _listed(*words: str) -> frozenset[str]:
    return frozenset(word for line in words for word in line.split())


MAILBOXES = _listed(
    "abuse accounting accounts admin administratie administration beheer billing buchhaltung care contact customer "
    "department desk facturen feedback finance financien hallo hello help helpdesk hr info inkoop invoice invoices it "
    "klantenservice kontakt kundendienst kundenservice mail manager marketing noreply office operations order orders "
    "postmaster procurement purchasing receptie rechnung sales secretariaat sekretariat service support team "
    "technical technik verkoop vertrieb verwaltung webmaster welcome zentrale"
)
"""Shared mailboxes, and what their entries in contact lists are called: no names of people."""

TITLES = _listed("dhr dipl dr drs frau herr ing ir mevr mevrouw miss mr mrs ms mvr mw prof sir")
PARTICLES = _listed(
    "al am auf aus da das de del dem den der des di do dos du e el en het im in la le les op st te ten ter tot uit "
    "und van vd vom von y zu zum zur"
)
"""Small words within names, which are none by themselves."""

LEGAL_FORMS = _listed(
    "ab ag as bv bvba cie co corp corporation cv eg ev gbr ggmbh gmbh holding inc incorporated kg kgaa limited llc "
    "llp ltd maatschap mbh nv ohg oy plc sa sarl se spa srl ug vof"
)
GENERIC = _listed(
    "agency and asia austria bank banking belgie belgium beratung business center central centre centrum cloud club "
    "company consult consultancy consulting customer data design deutsche deutscher deutschland development dienst "
    "dienste diensten dienstleistungen digital engineering europa europe european finance financial germany global "
    "groep group gruppe holdings hosting industrie industries industry innovation institut institute instituut "
    "international internet invest it logistics logistik management marketing media nederland nederlandse netherlands "
    "netwerk network networks online osterreich partner partners products produkte projects retail sales schweiz "
    "service services shop software solution solutions studio support system systeme systemen systems team tech "
    "technik technologie technologies technology trade trading transport uk und us usa verwaltung web werk werke "
    "world zentrum"
)
"""What many companies are called besides their own name."""

TRADES_AND_PLACES = _listed(
    "academie academy advocaten amsterdam antwerpen anwalte apotheek apotheke architecten architekten arnhem autohaus "
    "backerei bakkerij basel bau berlijn berlin bern bonn bouw breda bremen bremerhaven brussel bund bundes church "
    "college council dortmund dresden duisburg dusseldorf eindhoven energie essen fonds foundation frankfurt gemeente "
    "gemeinde genossenschaft graz groningen haarlem hamburg hannover hochschule hogeschool hospital hotel hotels "
    "kanzlei kirche kliniek klinik klinikum koln krankenhaus landkreis leeuwarden leiden leipzig linz london "
    "maastricht makelaars metropolregion ministerie ministerium muenchen munchen museum neuss nijmegen notaris "
    "nurnberg park politie polizei praktijk praxis provincie regio region restaurant rotterdam salzburg scholen "
    "school schule sparkasse stad stadt stadtwerke stichting stiftung stuttgart theater tilburg universitat "
    "universiteit university utrecht verband verein vereniging verlag versicherung versicherungen verzekeringen "
    "volksbank waterschap wien zaandam ziekenhuis zorg zurich zwolle"
)
"""What companies do and where: too common to tell which of them is meant, unless it is the writer's own."""

GERMAN_NOUNS = _listed(
    "abend anfang anfrage anruf antwort arbeit arzt auftrag bach bauer baum becker berg bild blume brand braun brief "
    "buch burg busch dank daten ding email ende engel erfolg falke fall fehler feld fest fischer frage frank freitag "
    "freude freund friede frist fuchs gast geld gesprach glas glaser gluck graf gross grund haas hahn haken hammer "
    "hand haus heide held herbst herz hilfe himmel hirsch hof hoffnung idee jager jahr kaiser kaufmann keller kern "
    "klein koch konig kopf kraft kranz krug kuhn kunde kunden kunst kurz land lang leben lehmann leiter licht lob "
    "lohn losung mai mann markt maurer meister mensch messer minute mittag mittwoch monat montag morgen muller mut "
    "nacht nagel neumann nord nutzer ordnung ost paket partner pfeiffer plan platz preis problem probst qualitat rabe "
    "rat rechner reich ritter rose sache sammer sander schafer schmied schneider schreiber schuster schwarz see seite "
    "sommer sonne sonntag stark stein stern stier stolz stunde sturm sud tag tal teich teil termin thema ticket tor "
    "traum treue ubel ursache vater vertrag vertrauen vogel vogt wagner wald wand weber weg wein weise weiss welt "
    "werk west wetter winter wirt woche wolf wort wunsch zahl zeit ziel zimmer zimmermann"
)
"""German writes these with a capital everywhere, whoever else is called so."""

_ENGLISH = _listed(
    "a able about above after again ago all almost also always am amber an and angel answer any april are around art "
    "as ash ask at august aurora autumn away back bad bailey baker banks be bean bear because been before being bell "
    "ben berry best better between big bill bird bishop bit black bloom blue bob bond book both bourne bow box brave "
    "bright brook brooke brown bruce bud burn bush but butler by call called came can candy carol carpenter carter "
    "case chance change charity chase cherry chip christian church clay clear cliff coach cook cooper could crystal "
    "daisy dale dawn day days dean dick did do does dollar don done down drew duke earl early ease easy else ends "
    "error eve even ever every excellent faith far fast favor feel felt few field fine finish first fisher flora for "
    "ford forest forward found fox frank free fresh friday friend from full further gale game garden gardener gave "
    "gene get give glad glen go going gold good got grace grant gray great green grey ground guy had hall happy hard "
    "hardy harmony has have haven hazel he heath heather heaven help helped her here hi high hill him his holly home "
    "hope hour hours how hunt hunter i if in iris is it its ivy jack jade jane january jasmine jay jazz jean jewel "
    "job join joy joyful july june just keep kept kind king kit knew knight know lake lane large last late law lead "
    "least lee less let light like lily line little live long look lot love low luck mad made mail make man many "
    "march mark marks mason master matt max may me mean melody mercy mid might mild mile miles mill miller minute "
    "miss moment monday money month moon more most mr much must my name near need never new news next nice nick night "
    "no noble none north not nothing nova now number oak of off ok old olive on once one only open or order other our "
    "out over own page park parker part pat patience pay pearl penny people perfect person phone piper place please "
    "pleased point pool poor poppy porter pot potter power price pride prime prince problem prudence question quick "
    "ray read ready real reason reed reply rich right river rivers rob robin rock rod rose ruby rue run russet rust "
    "sage said sally same sandy saturday saw say scarlet school sea second see send sent september service setting "
    "shade sharp she shepherd shore short should side simple since sister skip sky slow small smart smith smooth snow "
    "so solved some soon south spring stage star start state stay steel sterling still stone storm strong such sue "
    "summer sun sunday sunny super sure swift take talk tall tanner taylor team tell than thank thanks that the their "
    "them then there they thing think this three through thursday time tired to today told tom too took town troy "
    "true trust tuesday turn turner two under until up us use used van very vic victor viola violet wade wait waited "
    "walk walker wall want ward warren was wat way we weaver web wednesday week weeks well went were west what when "
    "where which while white who whole why wild will win winter wise wit with without wolf wood woods word words work "
    "worked world would yard year years yes you young your zero"
)
_DUTCH = _listed(
    "aan aardig achter af al alle alleen alles als altijd ander andere antwoord april arts avond bakker beek beer "
    "behalve bel belt ben berg beste beter bij bijna binnen blij bloem boer boom bos bot braam brand brief broer "
    "brouwer brug buiten daar dag dan dank dat de den deze dicht die dijk ding dit doch doen door drie druk dus duur "
    "echt een eens eerst eerste ei elk elke en enkel er even fijn fout ga gaan gaat gast gauw ge geen gegeven "
    "geholpen geld geluk gewoon goed goede graaf graag groen groot grote haan haar had hand hart heb hebben heeft "
    "heel hem hen het hier hij hoe hof hoop huis hulp hun ik in is ja jaar jammer je jij job jong jonge joost jou "
    "jouw jullie kaart kan kant kat keer keizer kerk keuken klaar klant klanten klein kleine koel kok komen komt "
    "koning kop kort koster kuiper kunnen laat land lang lange leeuw leuk licht lief lijn links maal maan maand maar "
    "maat man mark markt me mee meer mees meest meester mei men mens mes met mij mijn mis moet molen molenaar mond "
    "mooi mooie morgen naam naar nacht nee net niet niets nieuw nieuwe nog noord nu nul of om omdat onder ons onze "
    "oog ook oost op open oud oude over paar plaats post prijs prima prins probleem punt raad recht rijk rik ring "
    "rode rood roos rots ruim rust samen schipper schoon slecht sluis smal smid smit snel snelle sneller sommige soms "
    "staan staat stad steen ster sterk stil storm straat te team tegen teun tijd timmerman toch toen top tot traag "
    "trots trouw tuin tussen twee u uit uur uw vaak val valk van vast veel veilig veld ver verder vis visser vlak "
    "voet vogel vol voor vos vraag vrede vriend vrij waar wal wand was wat water we week weer weg weinig wel werk "
    "werkt west wie wij wijs wild wilde winter wit woord wordt zaak zal ze zee zeer zegt zelf zes zeven zij zijn "
    "zilver zo zoals zomer zon zonder zoon zou zwart zwarte"
)
_GERMAN = _listed(
    "ab aber alle allem allen aller alles als also alt alte am an andere anders auch auf aus bald bei beim bereits "
    "besser beste bin bis bitte bleibt bunt da dabei damit dank danke dann das dass dein dem den denn der des dich "
    "die dies diese dieser dir doch dort drei du durch eben echt egal ehrlich eigen ein eine einem einen einer "
    "einfach eins er ernst erst erste es etwas euch euer fast fein fern fertig fest flink frei frisch froh frohlich "
    "fromm fur ganz gar geht gelb genau gern gerne gesund gibt gleich grau gross grosse grun gut gute guter hart hat "
    "hatte heiss hell her hier hin hoch hubsch ich ihm ihn ihnen ihr ihre im immer in ist ja jede jeder jetzt jung "
    "junge kalt kam kann kein keine klar klein kleine klug komm konnte krank kraus kurz lang lange langsam laut "
    "leicht leider leise lieb lieber los mal man mehr mein meine mich mild mir mit mude nach nein nett neu neue nicht "
    "nichts nie noch nun nur ob oben oder offen oft ohne ordentlich prompt recht reich rein rot ruhig rund sagt sanft "
    "scharf schlecht schlicht schnell schneller schon schwarz sehr sein seine seit selbst sich sie siehe sind so "
    "sofort sogar soll spat statt steht still stolz streng super suss tief tolle treu trotz uber um uns unser unter "
    "viel viele vom von vor wann war waren warm was weg weil weis weiter welche wem wen wenig wenn wer wie wild will "
    "wir wird wo wohl wurde zu zum zur zwar zwei"
)
EVERYDAY = _ENGLISH | _DUTCH | _GERMAN | GERMAN_NOUNS | PARTICLES
"""Without accents, as `quote_text.plain` writes them."""

PUBLIC_HOSTS = _listed(
    "aol freenet gmail gmx google googlemail hetnet home hotmail icloud kpnmail live mac mail mailbox me msn outlook "
    "planet posteo proton protonmail quicknet t-online upcmail web xs4all yahoo zeelandnet ziggo"
)
SECOND_LEVELS = _listed("ac co com gov net org")
