package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// office stands for the fields of a calendar that is open from 09:00 to 17:00 in
// Berlin, Monday to Friday. 2026-03-02 is a Monday.
const office = `"zone":"Europe/Berlin","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]}`

// always stands for the fields of a calendar that is always open, but for the zone.
const always = `"week":{"mon":[["00:00","24:00"]],"tue":[["00:00","24:00"]],"wed":[["00:00","24:00"]],"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]],"sun":[["00:00","24:00"]]}`

// ask answers a line in which OFFICE and ALWAYS stand for these fields.
func ask(line string) (status int, answer string) {
	got := runWith(strings.NewReplacer("OFFICE", office, "ALWAYS", always).Replace(line)+"\n", "calendar")
	return got.status, strings.TrimSuffix(got.stdout, "\n") + got.stderr
}

func TestCalendar(t *testing.T) {
	for _, tt := range []struct{ name, line, want string }{
		{"add", `{"id":"v","op":"add","start":"2026-03-02T16:00:00+01:00","amount":"8h30m",OFFICE}`, `{"id":"v","result":"2026-03-03T16:30:00+01:00"}`},
		{"add to the closing instant", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00+01:00","amount":"8h"}`, `{"result":"2026-03-02T17:00:00+01:00"}`},
		{"add a nanosecond", `{OFFICE,"op":"add","start":"2026-03-02T16:59:59.999999998+01:00","amount":"1ns"}`, `{"result":"2026-03-02T16:59:59.999999999+01:00"}`},
		{"add beyond the closing instant", `{OFFICE,"op":"add","start":"2026-03-02T17:00:00+01:00","amount":"1ns"}`, `{"result":"2026-03-03T09:00:00.000000001+01:00"}`},
		{"add nothing, when closed", `{OFFICE,"op":"add","start":"2026-03-01T12:00:00.5Z","amount":"0s"}`, `{"result":"2026-03-01T13:00:00.5+01:00"}`},
		{"add less than nothing", `{OFFICE,"op":"add","start":"2026-03-03T10:00:00+01:00","amount":"-2h"}`, `{"result":"2026-03-02T16:00:00+01:00"}`},
		{"add across daylight saving", `{OFFICE,"op":"add","start":"2026-03-27T16:00:00+01:00","amount":"2h"}`, `{"result":"2026-03-30T10:00:00+02:00"}`},
		{"sub", `{OFFICE,"op":"sub","start":"2026-03-03T10:00:00+01:00","amount":"2h"}`, `{"result":"2026-03-02T16:00:00+01:00"}`},
		{"sub to the opening instant", `{OFFICE,"op":"sub","start":"2026-03-02T17:00:00+01:00","amount":"8h"}`, `{"result":"2026-03-02T09:00:00+01:00"}`},
		{"sub less than nothing", `{OFFICE,"op":"sub","start":"2026-03-02T16:00:00+01:00","amount":"-1.5h"}`, `{"result":"2026-03-03T09:30:00+01:00"}`},
		{"between", `{OFFICE,"op":"between","start":"2026-03-02T16:00:00+01:00","end":"2026-03-03T10:30:00.000000001+01:00"}`, `{"result":"2h30m0.000000001s"}`},
		{"between, reversed", `{OFFICE,"op":"between","start":"2026-03-03T10:30:00+01:00","end":"2026-03-02T16:00:00+01:00"}`, `{"result":"-2h30m0s"}`},
		{"between, nothing", `{OFFICE,"op":"between","start":"2026-03-01T10:30:00+01:00","end":"2026-03-02T09:00:00+01:00"}`, `{"result":"0s"}`},
		{"is_open, at the opening", `{OFFICE,"op":"is_open","start":"2026-03-02T09:00:00+01:00"}`, `{"result":true}`},
		{"is_open, just before", `{OFFICE,"op":"is_open","start":"2026-03-02T08:59:59.999999999+01:00"}`, `{"result":false}`},
		{"is_open, at the closing", `{OFFICE,"op":"is_open","start":"2026-03-02T17:00:00+01:00"}`, `{"result":false}`},
		{"next_open, when open", `{OFFICE,"op":"next_open","start":"2026-03-02T08:30:00Z"}`, `{"result":"2026-03-02T09:30:00+01:00"}`},
		{"next_open, at the closing", `{OFFICE,"op":"next_open","start":"2026-03-06T17:00:00+01:00"}`, `{"result":"2026-03-09T09:00:00+01:00"}`},
		{"prev_close, at the closing", `{OFFICE,"op":"prev_close","start":"2026-03-02T17:00:00+01:00"}`, `{"result":"2026-03-02T17:00:00+01:00"}`},
		{"prev_close, at the opening", `{OFFICE,"op":"prev_close","start":"2026-03-02T09:00:00+01:00"}`, `{"result":"2026-02-27T17:00:00+01:00"}`},
		{"add_days", `{OFFICE,"op":"add_days","start":"2026-03-02T16:00:00+01:00","amount":2}`, `{"result":"2026-03-04T17:00:00+01:00"}`},
		{"add_days, close of business", `{OFFICE,"op":"add_days","start":"2026-03-02T16:00:00+01:00","amount":2,"convention":"close_of_business"}`, `{"result":"2026-03-04T17:00:00+01:00"}`},
		{"add_days, same time", `{OFFICE,"op":"add_days","start":"2026-03-02T16:00:00+01:00","amount":5,"convention":"same_time"}`, `{"result":"2026-03-09T16:00:00+01:00"}`},
		{"add_days, working time", `{OFFICE,"op":"add_days","start":"2026-03-02T16:00:00+01:00","amount":2,"convention":"working_time"}`, `{"result":"2026-03-04T16:00:00+01:00"}`},
		{"add_days, backwards", `{OFFICE,"op":"add_days","start":"2026-03-02T16:00:00+01:00","amount":-1,"convention":"same_time"}`, `{"result":"2026-02-27T16:00:00+01:00"}`},
		{"add_days, none", `{OFFICE,"op":"add_days","start":"2026-03-01T16:00:00+01:00","amount":0}`, `{"result":"2026-03-01T16:00:00+01:00"}`},

		{"the example of a week with a break", `{"id":"v1","zone":"Europe/Berlin","week":{"mon":[["09:00","12:00"],["13:00","17:00"]]},"holidays":["2026-01-01"],"special":{"2026-12-24":[["09:00","12:00"]]},"op":"add","start":"2026-03-02T16:00:00+01:00","amount":"8h30m"}`,
			`{"id":"v1","result":"2026-03-16T09:30:00+01:00"}`},
		{"holiday", `{OFFICE,"holidays":["2026-03-03"],"op":"add","start":"2026-03-02T16:00:00+01:00","amount":"2h"}`, `{"result":"2026-03-04T10:00:00+01:00"}`},
		{"special closes", `{OFFICE,"special":{"2026-03-03":[]},"op":"add","start":"2026-03-02T16:00:00+01:00","amount":"2h"}`, `{"result":"2026-03-04T10:00:00+01:00"}`},
		{"special wins over a holiday", `{OFFICE,"holidays":["2026-03-03"],"special":{"2026-03-03":[["12:00","13:00"]]},"op":"add","start":"2026-03-02T16:00:00+01:00","amount":"2h"}`, `{"result":"2026-03-03T13:00:00+01:00"}`},
		{"region", `{OFFICE,"region":"DE","op":"add_days","start":"2026-04-02T10:00:00+02:00","amount":1}`, `{"result":"2026-04-07T17:00:00+02:00"}`},
		{"list of a region", `{OFFICE,"region":"US-MD","list":"statutory","op":"is_open","start":"2026-02-12T12:00:00+01:00"}`, `{"result":false}`},
		{"default list of a region", `{OFFICE,"region":"US-MD","op":"is_open","start":"2026-02-12T12:00:00+01:00"}`, `{"result":true}`},
		{"change of the week", `{OFFICE,"changes":[{"from":"2026-03-03","week":{"tue":[["07:00","08:00"]]}}],"op":"next_open","start":"2026-03-02T17:00:00+01:00"}`, `{"result":"2026-03-03T07:00:00+01:00"}`},
		{"past midnight", `{"zone":"UTC","week":{"mon":[["22:00","30:00"]]},"op":"add","start":"2026-03-02T23:00:00Z","amount":"7h"}`, `{"result":"2026-03-03T06:00:00Z"}`},
		{"regular day", `{"zone":"UTC","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","12:00"]]},"regular_day":"2h","op":"add_days","start":"2026-03-02T09:00:00Z","amount":2,"convention":"working_time"}`, `{"result":"2026-03-02T13:00:00Z"}`},
		{"offset zero", `{"zone":"+00:00",ALWAYS,"op":"add","start":"2026-03-02T09:00:00+01:00","amount":"1h"}`, `{"result":"2026-03-02T09:00:00Z"}`},
		{"offset", `{"zone":"+05:45",ALWAYS,"op":"add","start":"2026-03-02T09:00:00Z","amount":"1h"}`, `{"result":"2026-03-02T15:45:00+05:45"}`},
		{"an offset with seconds", `{"zone":"Europe/Berlin",ALWAYS,"op":"add","start":"1880-01-01T12:00:00+01:00","amount":"1h"}`, `{"result":"1880-01-01T12:00:00Z"}`},
		{"id as it is", `{"id":"<b>&\"\u00fc\n","zone":"UTC",ALWAYS,"op":"is_open","start":"2026-03-02T09:00:00Z"}`, `{"id":"<b>&\"ü\n","result":true}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, got := ask(tt.line)
			if diff := cmp.Diff(tt.want, got); diff != "" || status != 0 {
				t.Errorf("status %d (-want +got):\n%s", status, diff)
			}
		})
	}
}

func TestCalendarErrors(t *testing.T) {
	const instant = `is not an instant; write it as 2006-01-02T15:04:05+01:00, with the offset`
	for _, tt := range []struct{ name, line, want string }{
		{"no op", `{OFFICE,"start":"yesterday"}`, `needs "op": add, sub, between, is_open, next_open, prev_close or add_days`},
		{"unknown op", `{OFFICE,"op":"plus","start":"yesterday","amount":7}`, `op: "plus" is not an operation; write add, sub, between, is_open, next_open, prev_close or add_days`},
		{"op of another type", `{OFFICE,"op":7}`, `op: 7 must be a string`},
		{"unknown field", `{OFFICE,"op":"is_open","start":"2026-03-02T09:00:00Z","holiday":[]}`, `holiday: unknown field; did you mean "holidays"?`},
		{"duplicate field", `{OFFICE,"op":"is_open","start":"2026-03-02T09:00:00Z","op":"add"}`, `op: appears twice in one object, first at column 164`},
		{"missing fields", `{OFFICE,"op":"add"}`, `add needs "start"; add needs "amount"`},
		{"missing end", `{OFFICE,"op":"between","start":"2026-03-02T09:00:00Z"}`, `between needs "end"`},
		{"amount not used", `{OFFICE,"op":"next_open","start":"2026-03-02T09:00:00Z","amount":"8h"}`, `amount: "8h" is not a field of next_open`},
		{"end not used", `{OFFICE,"op":"sub","start":"2026-03-02T09:00:00Z","amount":"8h","end":"2026-03-02T09:00:00Z"}`, `end: "2026-03-02T09:00:00Z" is not a field of sub`},
		{"convention not used", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":"8h","convention":"same_time"}`, `convention: "same_time" is not a field of add`},
		{"convention", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":8,"convention":"eob"}`, `convention: "eob" is not a convention; write close_of_business, same_time or working_time`},
		{"days as a duration", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":"5"}`, `amount: "5" must be a number of business days, such as 5`},
		{"half a day", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":0.5}`, `amount: 0.5 must be a whole number, without fraction and exponent`},
		{"too many days", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":9000000}`, `calendar: 9000000 business days are more than the years 1 to 9999 have`},
		{"duration as a number", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":8}`, `amount: 8 must be a duration, such as "8h30m"`},
		{"duration as an array", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":["8h"]}`, `amount: must be a duration, such as "8h30m"`},
		{"duration that is no JSON", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":+1}`, `amount: +1 is not a JSON value`},
		{"duration that only begins like JSON", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":01}`, `amount: 01 must be written without leading zeros`},
		{"days that are no JSON", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":+1}`, `amount: +1 is not a JSON value`},
		{"days that only begin like JSON", `{OFFICE,"op":"add_days","start":"2026-03-02T09:00:00Z","amount":tru}`, `amount: tru is not a JSON value`},
		{"duration without unit", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":"8"}`, `amount: "8" is not a duration; write it as 8h30m`},
		{"duration of too many years", `{OFFICE,"op":"add","start":"2026-03-02T09:00:00Z","amount":"9999999h"}`, `amount: "9999999h" is too long; write 2562047h47m16s at most`},
		{"zone too far away", `{"zone":"+24:00","op":"is_open","start":"2026-03-02T09:00:00Z"}`, `calendar: zone: "+24:00" is not an offset; write it as +08:00, from -23:59 to +23:59`},
		{"instant without offset", `{OFFICE,"op":"is_open","start":"2026-03-02T09:00:00"}`, `start: "2026-03-02T09:00:00" ` + instant},
		{"instant that is a date", `{OFFICE,"op":"is_open","start":"2026-03-02"}`, `start: "2026-03-02" ` + instant},
		{"hour of one digit", `{OFFICE,"op":"is_open","start":"2026-03-02T9:00:00Z"}`, `start: "2026-03-02T9:00:00Z" ` + instant},
		{"ten digits of a second", `{OFFICE,"op":"is_open","start":"2026-03-02T09:00:00.0123456789Z"}`, `start: "2026-03-02T09:00:00.0123456789Z" is not an instant; write nine digits behind the point of the second at most`},
		{"small letters", `{OFFICE,"op":"is_open","start":"2026-03-02t09:00:00z"}`, `start: "2026-03-02t09:00:00z" is not an instant; write T and Z as capitals, as in 2006-01-02T15:04:05Z`},
		{"no such day", `{OFFICE,"op":"between","start":"2026-02-29T09:00:00Z","end":"2026-02-28T24:00:00Z"}`,
			`start: "2026-02-29T09:00:00Z" is not an instant; February 2026 has the days 1 to 28; end: "2026-02-28T24:00:00Z" is not an instant; the hour must be 00 to 23`},
		{"id of another type", `{"id":7,OFFICE,"op":"is_open","start":"2026-03-02T09:00:00Z"}`, `id: 7 must be a string`},
		{"calendar", `{"zone":"UTC","week":{"mon":[["9:00","17:00"]],"son":[]},"op":"is_open","start":"2026-03-02T09:00:00Z"}`,
			`week[mon][0][0]: "9:00" is not a time of day; write it as 09:00 or 09:00:00; week[son]: unknown key; did you mean "mon"?`},
		{"hours", `{"zone":"UTC","week":{"mon":[["09:00","12:00"],["17:00","09:00"]]},"regular_day":"-1h","op":"is_open","start":"2026-03-02T09:00:00Z"}`,
			`calendar: week[mon][1]: 17:00-09:00 closes before it opens; write 17:00-33:00 to run past midnight; regular_day: -1h0m0s must be more than none and at most 48h`},
		{"no zone", `{ALWAYS,"op":"is_open","start":"2026-03-02T09:00:00Z"}`, `calendar: zone: is missing; write a name such as Europe/Berlin or UTC, or an offset such as +08:00`},
		{"holidays not known", `{OFFICE,"holidays_through":"2026-03-03","op":"add","start":"2026-03-02T16:00:00+01:00","amount":"9h1ns"}`, `holidays are known through 2026-03-03 only`},
		{"holidays not known before", `{OFFICE,"holidays_from":"2026-03-02","op":"prev_close","start":"2026-03-02T09:00:00+01:00"}`, `holidays are known from 2026-03-02 only`},
		{"region not known", `{OFFICE,"region":"MY-14","op":"is_open","start":"2027-03-02T09:00:00+01:00"}`, `holidays of MY-14 are known through 2026-12-31 only`},
		{"never open", `{"zone":"UTC","op":"next_open","start":"2026-03-02T09:00:00Z"}`, `calendar: the calendar is never open; give it a window`},
		{"no regular day", `{"zone":"UTC","week":{"mon":[["09:00","17:00"]],"tue":[["09:00","12:00"]]},"op":"add_days","start":"2026-03-02T09:00:00Z","amount":2,"convention":"working_time"}`,
			`calendar: no regular day: the weekdays differ in length, or have no hours; say how long a regular day is (regular_day)`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, got := ask(tt.line)
			want := string(failure{line: 1, text: tt.want}.appendJSON(nil))
			if diff := cmp.Diff(want, got); diff != "" || status != 1 {
				t.Errorf("status %d (-want +got):\n%s", status, diff)
			}
		})
	}
}

// A calendar that was kept answers as a new one does, also after many others.
func TestCalendarKept(t *testing.T) {
	var in, want strings.Builder
	var cs calendars
	for i := range 3 * maxCalendars {
		zone := []string{"+01:00", "+02:00", "UTC"}[i%3]
		name := strings.Repeat("x", i) // another calendar each time
		line := `{"zone":"` + zone + `","week":{"mon":[["09:00","17:00"]]},"holidays":[{"date":"2020-01-01","name":"` + name + `"}],"op":"next_open","start":"2026-03-02T00:00:00Z"}` + "\n"
		in.WriteString(line)
		if _, _, err := cs.answer([]byte(line)); err != nil || len(cs.kept) > maxCalendars {
			t.Fatalf("%d calendars are kept, %v", len(cs.kept), err)
		}
		want.WriteString(`{"result":"2026-03-02T09:00:00` + []string{"+01:00", "+02:00", "Z"}[i%3] + `"}` + "\n")
	}
	got := runWith(in.String(), "calendar")
	if diff := cmp.Diff(want.String(), got.stdout); diff != "" || got.status != 0 {
		t.Errorf("status %d (-want +got):\n%s", got.status, diff)
	}
}
