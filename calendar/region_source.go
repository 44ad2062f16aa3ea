package calendar

import (
	"slices"
	"strings"
	"time"
)

// A holidaySource is where a region's holidays come from. It is one of
// regions' and never changes; nil stands for no holidays.
type holidaySource = *holidayTable

// A holidayTable has the holidays of a region: those of rules, and those of the
// table of Malaysia.
type holidayTable struct {
	reach Period
	rules []*rule
	scope malaysianScope
}

// appendYear appends the holidays whose day off lies in a year to dst, sorted.
// Outside the reach it appends what the rules say, which need not be right. It
// allocates only what dst lacks (and a little for rickar/cal's own functions).
func (t *holidayTable) appendYear(dst []Holiday, year int) []Holiday {
	if year < 1 || year > 9999 {
		return dst
	}
	start := len(dst)
	for _, r := range t.rules {
		dst = r.appendYear(dst, year)
	}
	if t.scope != 0 && t.reach.From.Year() <= year && year <= t.reach.Through.Year() {
		dst = appendMalaysian(dst, t.scope, year)
	}
	slices.SortFunc(dst[start:], compareHolidays)
	return dst
}

// compareHolidays is the order of a list of holidays.
func compareHolidays(a, b Holiday) int {
	if c := a.Date.Compare(b.Date); c != 0 {
		return c
	}
	if c := a.Actual.Compare(b.Actual); c != 0 {
		return c
	}
	return strings.Compare(a.Name, b.Name)
}

// allDays is the reach of a rule without limits.
var allDays = Period{Date{minDay}, Date{maxDay}}

// regions has the holidays of each region. It is made once and only read.
var regions = newRegions()

func newRegions() map[Region]*holidayTable {
	made := map[Region]*holidayTable{
		{}:                 {reach: allDays},
		{Code: noHolidays}: {reach: allDays},
	}
	for code, rules := range rickarRegions() {
		rules = corrected(code, rules)
		made[Region{Code: code}] = tableOf(code, rules)
		if code == "US" {
			closings := stateClosings(rules)
			made[Region{Code: marylandCode}] = tableOf(marylandCode, closings)
			made[Region{Code: marylandCode, List: marylandStateClosings}] = made[Region{Code: marylandCode}]
			made[Region{Code: marylandCode, List: marylandStatutory}] = tableOf(marylandCode, statutory(closings))
		}
	}
	for code, scope := range malaysia {
		made[Region{Code: code}] = malaysianTable(scope, malaysiaConfirmed)
		made[Region{Code: code, Estimated: true}] = malaysianTable(scope, malaysiaEstimated(scope))
	}
	return made
}

// tableOf returns the table of a region that follows rules.
func tableOf(code string, rules []*rule) *holidayTable {
	reach := allDays
	switch code {
	case "JP":
		reach = Period{fromCivil(2007, time.January, 1), fromCivil(2150, time.December, 31)}
	case "NZ":
		reach.Through = fromCivil(2052, time.December, 31)
	}
	return &holidayTable{reach: reach, rules: rules}
}

// corrected returns the rules of a region after the corrections for its country
// and its own, with the additions for both. What is added is not corrected.
func corrected(code string, rules []*rule) []*rule {
	codes := []string{code}
	if country, _, part := strings.Cut(code, "-"); part {
		codes = []string{country, code}
	}
	for _, code := range codes {
		for _, c := range corrections[code] {
			rules = c.applied(rules)
		}
	}
	rules = slices.Clip(rules)
	for _, code := range codes {
		extra := additions[code]
		for i := range extra {
			rules = append(rules, &extra[i])
		}
	}
	return rules
}

// covers reports whether what is true of a region is true of a code: its own,
// or that of one of its parts.
func covers(region, code string) bool {
	rest, ok := strings.CutPrefix(code, region)
	return ok && (rest == "" || rest[0] == '-')
}
