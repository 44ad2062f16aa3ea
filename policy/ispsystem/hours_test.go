package ispsystem_test

import (
	"strings"
	"testing"
)

// ask answers a ticket of a customer, reported on Monday, 2 March 2026, at noon UTC,
// and registered at once, unless the events say otherwise. It is cut to what the
// tests want to see: the error, or the fields of the first clock.
func ask(t *testing.T, customer, readings, asOf, events string) string {
	t.Helper()
	line := `{"agreement":"ispsystem","as_of":"` + asOf + `","readings":{` + readings + `},"customer":{` + customer + `},"events":[` + events + `]}`
	out, err := answer([]byte(line))
	if err != nil {
		return "error: " + err.Error()
	}
	_, clock, _ := strings.Cut(string(out), `"clocks":[{`)
	clock, _, _ = strings.Cut(clock, "}")
	return clock
}

const (
	vm           = `"product":"VMmanager","tier":"Standard"`
	bill         = `"product":"BILLmanager","tier":"Standard"`
	businessDays = `"ispsystem.billing_days":"business_days"`
	high         = `{"at":"2026-03-02T12:00:00Z","kind":"reported","severity":"High"},`
	emergency    = `{"at":"2026-03-02T12:00:00Z","kind":"reported","severity":"Emergency"},`
	registered   = `{"at":"2026-03-02T12:00:00Z","kind":"registered"}`
	developers   = `{"at":"2026-03-04T13:00:00Z","kind":"development_required"}`
)

// TestISP1_CountryNeeded: the country is asked for once there is a clock, be it running,
// overdue or waiting, in hours that go by business days, and no earlier.
func TestISP1_CountryNeeded(t *testing.T) {
	const missing = "customer.country: is missing; "
	for _, row := range []struct{ name, customer, readings, events, want string }{
		{"round the clock", vm, "", high + registered, `"elapsed":"73h0m0s"`},
		{"developers, overdue", vm, "", high + registered + "," + developers, missing + "business days apply to the developers' hours"},
		// From 13:00 to 15:00, and from 6:00 to 13:00 the next day: 49 h before them, and 9 h.
		{"developers, overdue, no holidays", vm + `,"country":"NONE"`, "", high + registered + "," + developers, `"elapsed":"58h0m0s"`},
		{"developers, in time", vm, "", high + registered + `,{"at":"2026-03-02T13:00:00Z","kind":"development_required"}`, missing},
		{"developers, waiting", vm, "", high + developers, missing},
		{"developers, Emergency", vm, "", emergency + registered + "," + developers, `"elapsed":"73h0m0s"`},
		{"developers, Emergency that is lowered", vm, "", emergency + registered + "," + developers + `,{"at":"2026-03-04T14:00:00Z","kind":"severity_changed","severity":"High"}`, missing},
		{"business days", bill, businessDays, high + registered, missing + "processing hours are on business days"},
		{"business days, waiting", bill, businessDays, high + `{"at":"2026-03-02T12:00:00Z","kind":"customer_replied"}`, missing},
		{"business days, not registered", bill, businessDays, strings.TrimSuffix(high, ","), missing},
		{"business days, Emergency", bill, businessDays, emergency + registered, `"elapsed":"73h0m0s"`},
		{"every day", bill, "", high + registered, `"elapsed":"37h0m0s"`},
	} {
		got := ask(t, row.customer, row.readings, "2026-03-05T13:00:00Z", row.events)
		if !strings.Contains(got, row.want) || strings.HasPrefix(got, "error") != strings.HasPrefix(row.want, missing) {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

// TestISP1_CalendarOfAClock: a clock's calendar is the one on which what is left of it
// is counted, so from the instant on at which developers are needed it is theirs. What
// has stopped before keeps its own.
func TestISP1_CalendarOfAClock(t *testing.T) {
	for _, row := range []struct{ name, customer, asOf, events, want string }{
		{"before", vm, "2026-03-02T12:59:59Z", high + registered + `,{"at":"2026-03-02T13:00:00Z","kind":"development_required"}`, `"calendar":"24x7"`},
		{"at", vm, "2026-03-02T13:00:00Z", high + registered + `,{"at":"2026-03-02T13:00:00Z","kind":"development_required"}`, `"calendar":"developers-hours"`},
		{"started after it", vm, "2026-03-05T13:00:00Z", high + `{"at":"2026-03-02T12:00:00Z","kind":"development_required"},` + `{"at":"2026-03-02T13:00:00Z","kind":"registered"}`, `"calendar":"developers-hours"`},
		{"waits", vm, "2026-03-05T13:00:00Z", high + developers, `"calendar":"developers-hours"`},
		{"overdue", vm, "2026-03-05T13:00:00Z", high + registered + "," + developers, `"calendar":"developers-hours"`},
		{"stopped before", vm, "2026-03-05T13:00:00Z", high + registered + `,{"at":"2026-03-02T13:00:00Z","kind":"responded"},` + developers, `"calendar":"24x7"`},
		{"Emergency", vm, "2026-03-05T13:00:00Z", emergency + registered + "," + developers, `"calendar":"24x7"`},
		{"BILLmanager before", bill, "2026-03-04T12:00:00Z", high + registered + "," + developers, `"calendar":"billing-hours"`},
		{"BILLmanager after", bill, "2026-03-04T13:00:00Z", high + registered + "," + developers, `"calendar":"developers-hours"`},
	} {
		if got := ask(t, row.customer+`,"country":"DE"`, "", row.asOf, row.events); !strings.Contains(got, row.want) {
			t.Errorf("%s: %s, want %s", row.name, got, row.want)
		}
	}
}

// TestISP1_SwitchBeforeTheKnownDays: 31 December 2014 is not among the known days of
// Malaysia. Developers are needed at the very start, when their day is over, so that
// no time of it counts, be it a holiday or not.
func TestISP1_SwitchBeforeTheKnownDays(t *testing.T) {
	got := ask(t, bill+`,"country":"MY"`, businessDays, "2014-12-31T15:00:01Z",
		`{"at":"2014-12-31T15:00:00Z","kind":"reported","severity":"High"},{"at":"2014-12-31T15:00:00Z","kind":"registered"},{"at":"2014-12-31T15:00:00Z","kind":"development_required"}`)
	// 16 h of 06:00 to 15:00: 9 on Thursday, 1 January, which is no holiday of the whole
	// federation, and 7 on Friday.
	if want := `"due":"2015-01-02T13:00:00Z"`; !strings.Contains(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
}
