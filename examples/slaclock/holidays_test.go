package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestHolidays(t *testing.T) {
	for _, tt := range []struct {
		name, args string
		want       outcome
	}{
		{"one year", "-region DE-BE -from 2026", outcome{0, `date,name,actual
2026-01-01,Neujahrstag,2026-01-01
2026-03-08,Frauentag,2026-03-08
2026-04-03,Karfreitag,2026-04-03
2026-04-06,Ostermontag,2026-04-06
2026-05-01,Tag der Arbeit,2026-05-01
2026-05-14,Christi Himmelfahrt,2026-05-14
2026-05-25,Pfingstmontag,2026-05-25
2026-10-03,Tag der Deutschen Einheit,2026-10-03
2026-12-25,Weihnachtstag,2026-12-25
2026-12-26,Zweiter Weihnachtsfeiertag,2026-12-26
`, ""}},
		{"nothing", "-region NONE -from 2026", outcome{0, "date,name,actual\n", ""}},
		{"nothing as JSON", "-region NONE -from 2026 -format json", outcome{}},
		{"beyond the data", "-region MY -from 2026 -to 2027", outcome{1, "", "slaclock: holidays of MY are known through 2026-12-31 only\n"}},
		{"before the data", "-region MY -from 2014 -to 2015", outcome{1, "", "slaclock: holidays of MY are known from 2015-01-01 only\n"}},
		{"beyond the estimates", "-region MY-14 -from 2028 -estimated", outcome{1, "", "slaclock: holidays of MY-14 are known through 2027-12-31 only\n"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := runWith("", append([]string{"holidays"}, strings.Fields(tt.args)...)...)
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(outcome{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Some rows of a longer output.
func TestHolidayRows(t *testing.T) {
	for _, tt := range []struct {
		args string
		rows []string
		not  string
	}{
		{"-region US-MD -from 2026 -to 2027", []string{
			"2026-07-03,Independence Day,2026-07-04", "2026-11-03,Statewide General Election Day,2026-11-03", "2027-12-24,Christmas Day,2027-12-25", "2027-12-31,New Year's Day,2028-01-01",
		}, "2026-02-12"},
		{"-region US-MD -list statutory -from 2026", []string{"2026-02-12,Lincoln's Birthday,2026-02-12"}, "2027"},
		{"-region US -from 2026 -format json", []string{`{"date":"2026-07-03","name":"Independence Day","actual":"2026-07-04"}`}, "date,"},
		{"-region US -from 2026 -format table", []string{`2026-07-03,Independence Day,2026-07-04`}, "{"},
		{"-region MY -from 2026", []string{`2026-02-17,"Chinese New Year, first day",2026-02-17`}, "{"},
		{"-region MY -from 2027 -estimated", []string{`2027-02-06,"Chinese New Year, first day",2027-02-06`}, "{"},
	} {
		got := runWith("", append([]string{"holidays"}, strings.Fields(tt.args)...)...)
		for _, row := range tt.rows {
			if !strings.Contains("\n"+got.stdout, "\n"+row+"\n") {
				t.Errorf("%s: no row %s in\n%s", tt.args, row, got.stdout)
			}
		}
		if got.status != 0 || strings.Contains(got.stdout, tt.not) {
			t.Errorf("%s: status %d, or %q in\n%s", tt.args, got.status, tt.not, got.stdout)
		}
	}
}
