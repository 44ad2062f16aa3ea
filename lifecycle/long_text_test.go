package lifecycle_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// TestVersionError_TooMuch: the error says if dotted numbers are too many or too long;
// for anything else it says what a version number is. There are 16 parts of 64 digits at
// most.
func TestVersionError_TooMuch(t *testing.T) {
	parts := func(n int) string { return strings.TrimSuffix(strings.Repeat("1.", n), ".") }
	const other = "is not a version number; write numbers and dots, such as 2.10"
	pre := lifecycle.Scheme{Prereleases: true}
	for _, tt := range []struct {
		scheme lifecycle.Scheme
		text   string
		want   string // "" for a version number
	}{
		{lifecycle.Scheme{}, parts(16), ""},
		{lifecycle.Scheme{}, parts(17), "has 17 parts; write at most 16"},
		{lifecycle.Scheme{}, strings.Repeat("1", 64), ""},
		{lifecycle.Scheme{}, "1." + strings.Repeat("1", 65), "has a part of 65 digits; write at most 64"},
		{lifecycle.Scheme{}, parts(17) + "x", other},
		{lifecycle.Scheme{}, parts(17) + ".", other},
		{lifecycle.Scheme{}, parts(17) + "-a", other},
		{pre, parts(16) + "-a", ""},
		{pre, parts(17) + "-a", "has 17 parts; write at most 16"},
		{pre, parts(2) + "-a_", other + ", or 2.10-rc.1"},
		{lifecycle.Scheme{}, "", other},
	} {
		_, err := tt.scheme.Parse(tt.text)
		var wrong *lifecycle.VersionError
		switch got := ""; {
		case err != nil && !errors.As(err, &wrong):
			t.Errorf("%q: %v", tt.text, err)
		default:
			if err != nil {
				got = wrong.Why()
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		}
	}
}

// TestLongTexts: an error quotes the first 40 characters of a text, not all of it, however
// it came to it; its fields are whole.
func TestLongTexts(t *testing.T) {
	long, short := strings.Repeat("é", 100_000), `"`+strings.Repeat("é", 40)+`…"`
	_, version := lifecycle.Scheme{}.Parse(long)
	// A long version number, twice: 16 parts of 5 digits.
	text := strings.TrimSuffix(strings.Repeat("12345.", 16), ".")
	v, err := lifecycle.Scheme{}.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	cut := `"12345.12345.12345.12345.12345.12345.1234…"`
	list := []lifecycle.Release{{Version: v, Released: day(t, "2020-01-01")}, {Version: v, Released: day(t, "2020-01-02")}}
	_, twice := (&lifecycle.Rule{Support: own}).Ask(list, day(t, "2021-01-01"))
	_, late := (&lifecycle.Rule{Support: lifecycle.Plus{Of: own, N: 9000, Unit: calendar.Years}}).Ask(list[:1], day(t, "2021-01-01"))
	_, written := (&lifecycle.Rule{Support: own, Clause: long + "\xff"}).MarshalJSON()
	_, word := lifecycle.Scheme{ServiceWords: []string{long}}.MarshalJSON()
	stage := func(name string, e lifecycle.End) lifecycle.Stage { return lifecycle.Stage{Name: name, End: e} }
	read := func(data string) error { return new(lifecycle.Rule).UnmarshalJSON([]byte(data)) }
	for name, tt := range map[string]struct {
		err  error
		want string // what the error begins with
	}{
		"version":     {version, "lifecycle: version " + short + " is not a version number; write numbers and dots, such as 2.10"},
		"twice":       {twice, "lifecycle: releases[1]: " + cut + " is the same version as releases[0]"},
		"late":        {late, "lifecycle: the end of support of " + cut + " cannot be told: "},
		"stage":       {(&lifecycle.Rule{Stages: []lifecycle.Stage{stage(long, own), stage(long, own)}}).Check(), "lifecycle: rule: stages[1].name " + short + " is empty or there twice"},
		"end of":      {(&lifecycle.Rule{Support: lifecycle.EndOf{Stage: long}}).Check(), "lifecycle: rule: support.end_of names stage " + short + ", which is no earlier one"},
		"clause":      {written, "lifecycle: rule: clause " + short + " is not UTF-8"},
		"word":        {word, "lifecycle: rule: service_words[0] " + short + " is no word that a number can follow"},
		"read twice":  {read(`{"stages":[{"name":"` + long + `","end":"own"},{"name":"` + long + `","end":"own"}]}`), "lifecycle: column 100036: stages[1]: has the name " + short + ", as an earlier stage does"},
		"read end of": {read(`{"support":{"end_of":"` + long + `"},"stages":[{"name":"a","end":"own"}]}`), "lifecycle: column 1: has no stage " + short + ", which support.end_of names"},
	} {
		if tt.err == nil || !strings.HasPrefix(tt.err.Error(), tt.want) || len(tt.err.Error()) > 400 {
			t.Errorf("%s: %.400v\nwant %s", name, tt.err, tt.want)
		}
	}
	var whole *lifecycle.VersionError
	if !errors.As(version, &whole) || whole.Text != long {
		t.Error("the error of a version has lost its text")
	}
}
