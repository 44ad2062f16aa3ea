package document_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy/document"
)

// TestMistakes_Readings: an open reading shows up in the explanation of every deadline that it
// touches. One that decides anything of a ticket says so, wherever it is named, and one that only
// releases name need not.
func TestMistakes_Readings(t *testing.T) {
	const tickets, when = `, "tickets": true}`, `"when": {"acme.zone": "UTC"}, `
	// The base names its reading as a zone; here it is named at another place alone.
	named := func(old, new string) []string {
		return []string{tickets, `, "clause": "A-0"}`, zone, `"UTC"`, old, new}
	}
	says := func(place string) string {
		return `readings[0].tickets: is not true, and ` + place + ` names the reading; write "tickets": true, so that the answers that it touches say so`
	}
	const row, at = `"high", "measure"`, `{"name": "acme.zone"`
	mistakes(t, []mistaken{
		{[]string{tickets, `}`}, at, says(`calendars[0].zone.reading`)},
		{[]string{tickets, `, "tickets": false}`}, `false`, says(`calendars[0].zone.reading`)},
		{named(`"region": "DE-BY"`, `"region": {"choose": [{`+when+`"value": "DE"}, {"value": "NONE"}]}`), at, says(`calendars[0].region.choose[0].when[acme.zone]`)},
		{named(both, both+`, {"name": "both", `+when+`"as": "office"}`), at, says(`calendars[2].when[acme.zone]`)},
		{named(`"zone": {"calendar": "office"}`, `"zone": {"reading": "acme.zone"}`), at, says(`zone.reading`)},
		{named(`"name": "response", `, `"name": "response", `+when), at, says(`metrics[0].when[acme.zone]`)},
		{named(row, `"high", `+when+`"measure"`), at, says(`metrics[0].targets[0].when[acme.zone]`)},
		{named(`"percent": 50`, when+`"percent": 50`), at, says(`metrics[0].thresholds[0].when[acme.zone]`)},
		{named(ladder, ladder[:1]+when+ladder[1:]), at, says(`ladders[0].when[acme.zone]`)},
		{named(`"EU", "calendar": "office"}`, `"EU", "calendar": "office"}, {"name": "US", `+when+`"calendar": "office"}`), at, says(`ownership.regions[1].when[acme.zone]`)},
		{append(named(`"default": "EU"`, `"default": {"reading": "acme.zone"}`), `["UTC", "+01:00"]`, `["EU"]`), at, says(`ownership.default.reading`)},
		{append(named(fair, `"severity_change": {"reading": "acme.zone"}`), `["UTC", "+01:00"]`, `["fair"]`), at, says(`severity_change.reading`)},
		{named(`"levels": [`, `"refuse": [{"when": {"acme.zone": "+01:00"}, "why": "no"}], "levels": [`), at, says(`refuse[0].when[acme.zone]`)},
		// Two readings, each by the first place that names it.
		{append(named(row, `"high", "when": {"acme.zone": "UTC", "acme.more": "a"}, "measure"`), `"readings": [`, `"readings": [{"name": "acme.more", "values": ["a"]}, `, `"percent": 50`, when+`"percent": 50`), `{"name": "acme.more"`,
			says(`metrics[0].targets[0].when[acme.more]`) + "\n" + `readings[1]` + says(`metrics[0].targets[0].when[acme.zone]`)[len(`readings[0]`):]},
	})
	for _, right := range [][]string{
		named(`"name": "vip"`, `"name": "star"`), // nothing names it
		named(row, `"high", "when": {"tier": "gold"}, "measure"`),
		named(`"schema": 1`, `"schema": 1, "releases": {"ordered": "R", "reading": "acme.zone", "rules": [{"rule": {"support": "own"}}, {`+when+`"rule": {"support": "own"}}]}`),
	} {
		if _, err := document.Decode([]byte(change(t, right))); err != nil {
			t.Errorf("%s: %v", right[len(right)-1], err)
		}
	}
}
