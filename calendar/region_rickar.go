package calendar

import (
	"reflect"
	"slices"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/ar"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/bg"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cy"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/ecb"
	"github.com/rickar/cal/v2/ee"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fi"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/gr"
	"github.com/rickar/cal/v2/hr"
	"github.com/rickar/cal/v2/hu"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/is"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/jp"
	"github.com/rickar/cal/v2/ke"
	"github.com/rickar/cal/v2/lt"
	"github.com/rickar/cal/v2/lu"
	"github.com/rickar/cal/v2/lv"
	"github.com/rickar/cal/v2/mt"
	"github.com/rickar/cal/v2/mw"
	"github.com/rickar/cal/v2/mx"
	"github.com/rickar/cal/v2/nc"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/nz"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/pt"
	"github.com/rickar/cal/v2/ro"
	"github.com/rickar/cal/v2/rs"
	"github.com/rickar/cal/v2/ru"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/si"
	"github.com/rickar/cal/v2/sk"
	"github.com/rickar/cal/v2/th"
	"github.com/rickar/cal/v2/ua"
	"github.com/rickar/cal/v2/us"
	"github.com/rickar/cal/v2/za"
)

// rickarRegions returns the rules of every region of rickar/cal under its ISO
// 3166 code, as rickar/cal has them. Its package aa holds definitions that the
// others share, not a region. Where the code needs a decision:
//
//   - GB is its list for England and Wales, and so are the parts that ISO calls
//     GB-EAW, GB-ENG and GB-WLS. Scotland and Northern Ireland have other bank
//     holidays, for which it has no list: their codes are unknown.
//   - AU has no list there. It is the days that all states and territories
//     share, ANZAC Day as it falls: what it moves to differs between them.
//   - CH there is the days of many cantons in one list, which no canton has. It
//     is the days that all cantons share, so that a canton includes it.
//   - ECB, no ISO code, is the closing days of the euro's payment system.
//   - NC, New Caledonia, has a country code of its own in ISO 3166.
func rickarRegions() map[string][]*rule {
	lists := map[string][]*cal.Holiday{
		"AR": ar.Holidays, "AT": at.Holidays, "BE": be.Holidays, "BG": bg.Holidays, "BR": br.Holidays,
		"CA": ca.Holidays, "CY": cy.Holidays, "CZ": cz.Holidays, "DK": dk.Holidays, "ECB": ecb.Holidays,
		"EE": ee.Holidays, "ES": es.Holidays, "FI": fi.Holidays, "FR": fr.Holidays, "GR": gr.Holidays,
		"HR": hr.Holidays, "HU": hu.Holidays, "IE": ie.Holidays, "IS": is.Holidays, "IT": it.Holidays,
		"JP": jp.Holidays, "LT": lt.Holidays, "LU": lu.Holidays, "LV": lv.Holidays, "MT": mt.Holidays,
		"MW": mw.Holidays, "MX": mx.Holidays, "NC": nc.Holidays, "NL": nl.Holidays, "NO": no.Holidays,
		"NZ": nz.Holidays, "PL": pl.Holidays, "PT": pt.Holidays, "RO": ro.Holidays, "RS": rs.Holidays,
		"RU": ru.Holidays, "SE": se.Holidays, "SI": si.Holidays, "SK": sk.Holidays, "TH": th.Holidays,
		"UA": ua.Holidays, "US": us.Holidays, "ZA": za.Holidays,

		// Its list leaves out the one that had this day before Mazingira Day.
		"KE": append(slices.Clone(ke.Holidays), ke.UtamaduniDay),

		"AU": {
			au.NewYear, au.AustraliaDay, au.GoodFriday, au.EasterMonday, au.AnzacDay, au.MourningDay2022,
			au.ChristmasDay, au.BoxingDay,
		},
		"AU-ACT": au.HolidaysACT, "AU-NSW": au.HolidaysNSW, "AU-NT": au.HolidaysNT, "AU-QLD": au.HolidaysQLD,
		"AU-SA": au.HolidaysSA, "AU-TAS": au.HolidaysTAS, "AU-VIC": au.HolidaysVIC, "AU-WA": au.HolidaysWA,

		"CH":    {ch.Neujahr, ch.Auffahrt, ch.Bundesfeiertag, ch.Weihnachtstag},
		"CH-AG": ch.HolidaysAG, "CH-AI": ch.HolidaysAI, "CH-AR": ch.HolidaysAR, "CH-BE": ch.HolidaysBE,
		"CH-BL": ch.HolidaysBL, "CH-BS": ch.HolidaysBS, "CH-FR": ch.HolidaysFR, "CH-GE": ch.HolidaysGE,
		"CH-GL": ch.HolidaysGL, "CH-GR": ch.HolidaysGR, "CH-JU": ch.HolidaysJU, "CH-LU": ch.HolidaysLU,
		"CH-NE": ch.HolidaysNE, "CH-NW": ch.HolidaysNW, "CH-OW": ch.HolidaysOW, "CH-SG": ch.HolidaysSG,
		"CH-SH": ch.HolidaysSH, "CH-SO": ch.HolidaysSO, "CH-SZ": ch.HolidaysSZ, "CH-TG": ch.HolidaysTG,
		"CH-TI": ch.HolidaysTI, "CH-UR": ch.HolidaysUR, "CH-VD": ch.HolidaysVD, "CH-VS": ch.HolidaysVS,
		"CH-ZG": ch.HolidaysZG, "CH-ZH": ch.HolidaysZH,

		"DE":    de.Holidays,
		"DE-BB": de.HolidaysBB, "DE-BE": de.HolidaysBE, "DE-BW": de.HolidaysBW, "DE-BY": de.HolidaysBY,
		"DE-HB": de.HolidaysHB, "DE-HE": de.HolidaysHE, "DE-HH": de.HolidaysHH, "DE-MV": de.HolidaysMV,
		"DE-NI": de.HolidaysNI, "DE-NW": de.HolidaysNW, "DE-RP": de.HolidaysRP, "DE-SH": de.HolidaysSH,
		"DE-SL": de.HolidaysSL, "DE-SN": de.HolidaysSN, "DE-ST": de.HolidaysST, "DE-TH": de.HolidaysTH,

		"GB": gb.Holidays, "GB-EAW": gb.Holidays, "GB-ENG": gb.Holidays, "GB-WLS": gb.Holidays,
	}
	// Regions that share a holiday there share the rule here.
	made := make(map[*cal.Holiday]*rule, 600)
	regions := make(map[string][]*rule, len(lists))
	for code, list := range lists {
		rules := make([]*rule, 0, len(list))
		for _, h := range list {
			if !counts(h) {
				continue
			}
			if made[h] == nil {
				made[h] = rickarRule(h)
			}
			rules = append(rules, made[h])
		}
		regions[code] = rules
	}
	return regions
}

// counts reports whether a day of rickar/cal's is a day off. Public and bank
// holidays are, and so are those without a type, since half of its packages
// give their public holidays none. Its "other" days are eves on which many do
// not work (Sweden, Finland, Iceland), but which are no holidays by law.
func counts(h *cal.Holiday) bool {
	return h.Type != cal.ObservanceOther && h.Type != cal.ObservanceReligious
}

// rickarRule returns a holiday of rickar/cal's as a rule of our own. Its
// calculations are made again with dates: its own go through midnights of
// cal.DefaultLoc, the machine's zone, and a zone can lack a midnight, or a day.
// The copy also keeps out what anyone changes in its variables later.
func rickarRule(h *cal.Holiday) *rule {
	r := &rule{
		name: h.Name, month: h.Month, day: h.Day, weekday: h.Weekday, n: h.Offset, plus: h.CalcOffset,
		first: h.StartYear, last: h.EndYear, except: slices.Clone(h.Except),
	}
	for _, o := range slices.Backward(h.Observed) { // the first that fits is the one that counts
		r.moves[o.Day] = int8(o.Offset)
	}
	switch pointer(h.Func) {
	case pointer(cal.CalcDayOfMonth):
		r.kind = ruleFixed
	case pointer(cal.CalcWeekdayOffset):
		r.kind = ruleNth
	case pointer(cal.CalcWeekdayFrom):
		r.kind = ruleFrom
	case pointer(cal.CalcEasterOffset):
		r.kind = ruleEaster
		if h.Julian {
			r.kind = ruleOrthodoxEaster
		}
	default:
		r.kind, r.compute = ruleCompute, computedBy(*h)
	}
	return r
}

// pointer tells functions apart, which Go does not compare.
func pointer(f cal.HolidayFn) uintptr { return reflect.ValueOf(f).Pointer() }

// computedBy returns what a calculation of rickar/cal's own says. It returns
// the midnight that begins the day, in a zone that may have none: then Go gives
// 23:00 of the day before or 01:00, so noon is what tells the date. The
// calculation works on a copy each time, because one of Japan's writes to it.
func computedBy(h cal.Holiday) func(int) (Date, bool) {
	return func(year int) (Date, bool) {
		scratch := h
		midnight := h.Func(&scratch, year)
		if midnight.IsZero() {
			return Date{}, false
		}
		d, err := DateOf(midnight.Add(12 * time.Hour))
		return d, err == nil
	}
}
