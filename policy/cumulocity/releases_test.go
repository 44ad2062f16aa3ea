package cumulocity_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// The phases and what they give, at each of their bounds (CUM-10).
func TestCUM10_Phases(t *testing.T) {
	const (
		everything = "new fixes,telephone assistance,web assistance,available fixes,hints"
		assistance = "telephone assistance,web assistance,available fixes,hints"
		little     = "available fixes,hints"
		plain      = `{"version":"10.1","released":"2020-01-01","end_of_maintenance":"2024-02-29"}`
		extended   = `{"version":"10.1","released":"2020-01-01","end_of_maintenance":"2024-02-29","extension_through":"2025-03-31"}`
		short      = `{"version":"10.1","released":"2020-01-01","end_of_maintenance":"2024-02-29","extension_through":"2024-03-01","sustained_months":13}`
	)
	for _, tt := range []struct{ release, on, want string }{
		{plain, "2024-02-28", "maintenance known supported CUM-10 " + everything},
		{plain, "2024-02-29", "maintenance known supported CUM-10 " + everything},
		{plain, "2024-03-01", "sustained known supported CUM-10 " + assistance},
		{plain, "2025-02-28", "sustained known supported CUM-10 " + assistance},
		{plain, "2025-03-01", "beyond known unsupported CUM-10 " + little},
		{extended, "2024-03-01", "sustained known supported CUM-10 " + everything},
		{extended, "2025-03-31", "beyond known supported CUM-10 " + everything},
		{extended, "2025-04-01", "beyond known unsupported CUM-10 " + little},
		{short, "2024-03-01", "sustained known supported CUM-10 " + everything},
		{short, "2024-03-02", "sustained known supported CUM-10 " + assistance},
		{short, "2025-03-29", "sustained known supported CUM-10 " + assistance},
		{short, "2025-03-30", "beyond known unsupported CUM-10 " + little},
	} {
		if diff := cmp.Diff("10.1 "+tt.want, agreementtest.SayReleases(t, cumulocity.Releases(), tt.on, tt.release, "")); diff != "" {
			t.Errorf("%s on %s (-want +got):\n%s", tt.release, tt.on, diff)
		}
	}
}

// What a version number makes a version, and their order (CUM-11).
func TestCUM11_Versions(t *testing.T) {
	for _, tt := range []struct{ text, want, after string }{
		{"10.0", "major", "9.99 SP9"},
		{"10", "major", "9.0"},
		{"10.0 SP1", "service release", "10.0"},
		{"10.0.2", "service release", "10.0 SP1"},
		{"10.18", "minor", "10.9"},
		{"10.18 SR 3", "service release", "10.18 SP2"},
		{"10.18.0", "minor", "10.17.5"},
		{"10.18.3.1", "service release", "10.18 SR3"},
	} {
		v, kind, err := cumulocity.ParseVersion(tt.text)
		before, _, err2 := cumulocity.ParseVersion(tt.after)
		if err != nil || err2 != nil || kind.String() != tt.want || v.Compare(before) <= 0 {
			t.Errorf("%s is a %v, after %s %v, %v, %v; want %s", tt.text, kind, tt.after, v.Compare(before) > 0, err, err2, tt.want)
		}
	}
	for _, text := range []string{"", "X.0", "10.18 SP", "10 SP1", "10.18.1 SP1", "10.18 Y1", "10.18SP1"} {
		if v, kind, err := cumulocity.ParseVersion(text); !errors.Is(err, lifecycle.ErrVersion) {
			t.Errorf("%q is %v %v, %v", text, kind, v, err)
		}
	}
}
