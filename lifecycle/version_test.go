package lifecycle_test

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/lifecycle"
)

var anyScheme = lifecycle.Scheme{ServiceWords: []string{"SP", "SR"}, Prereleases: true}

// Each version is before the next one.
func TestVersion_Compare(t *testing.T) {
	order := []string{
		"0", "0.0.1", "0.9", "0.10", "1-alpha", "1-alpha.1", "1-alpha.2", "1-alpha.10", "1-alpha.beta", "1-beta", "1-rc9",
		"1-rc10", "1.0", "1.0.1-rc1", "1.0 SP1", "1.0 SR 2", "1.1", "1.2", "1.10-1", "1.10-a", "1.10", "1.10.0.1", "2.0",
		"9", "10", "99", "100", "999999999", "1000000000", "202605101159.9", "202605101200", "202605101200.1", strings.Repeat("9", 63), "1" + strings.Repeat("0", 63),
	}
	for i, a := range order {
		for k, b := range order {
			v, w := parse(t, a), parse(t, b)
			want := 0
			if i < k {
				want = -1
			} else if i > k {
				want = 1
			}
			if got := v.Compare(w); got != want {
				t.Errorf("%s to %s: %d; want %d", a, b, got, want)
			}
			if (v.Key() < w.Key()) != (want < 0) || (v.Key() == w.Key()) != (want == 0) {
				t.Errorf("%s and %s: the keys do not order as the versions do", a, b)
			}
		}
	}
}

func TestVersion_Same(t *testing.T) {
	for _, tt := range [][2]string{
		{"4", "4.0"}, {"4.0", "4.0.0"}, {"4.01", "4.1"}, {"10.18 SP1", "10.18.1"}, {"10.18 SR 1", "10.18 SP1"}, {"10.18 SP0", "10.18"},
		{"0", "0.0"}, {"1-RC1", "1.0-rc1"}, {"1-rc.1", "1-rc1"}, {"000000000001", "1"},
	} {
		if v, w := parse(t, tt[0]), parse(t, tt[1]); v.Compare(w) != 0 || v.Key() != w.Key() {
			t.Errorf("%s and %s are different", tt[0], tt[1])
		}
	}
}

func TestVersion_Parts(t *testing.T) {
	for _, tt := range []struct {
		text                 string
		first, second, third int
		parts                int
		prerelease           bool
	}{
		{"2.10", 2, 10, 0, 2, false},
		{"10.0.5", 10, 0, 5, 3, false},
		{"4.0", 4, 0, 0, 1, false},
		{"0.0", 0, 0, 0, 0, false},
		{"10.18 SP3", 10, 18, 3, 3, false},
		{"1.2-rc.1", 1, 2, 0, 2, true},
	} {
		v := parse(t, tt.text)
		if v.Part(0) != tt.first || v.Part(1) != tt.second || v.Part(2) != tt.third || v.Part(3) != 0 || v.Part(-1) != 0 ||
			v.Parts() != tt.parts || v.Prerelease() != tt.prerelease || v.String() != tt.text {
			t.Errorf("%s: %d %d %d of %d, prerelease %v", tt.text, v.Part(0), v.Part(1), v.Part(2), v.Parts(), v.Prerelease())
		}
	}
	var none lifecycle.Version
	if none.Part(0) != 0 || none.Parts() != 0 || none.Prerelease() || none.Compare(parse(t, "0-a")) >= 0 {
		t.Error("the zero Version is not before every other one")
	}
}

func TestVersion_Errors(t *testing.T) {
	for _, text := range []string{
		"", " ", ".", "1.", ".1", "1..2", "v1", "1.x", "1,2", "+1", "-1", "1 ", " 1", "1.0 ", "1.0 SP", "1.0 SPx", "1.0  SP1", "1.0 SP  1",
		"1 SP1", "1.0.1 SP1", "1.0 RC1", "1.0 sp1", "1.0SP1", "1-", "1-.a", "1-a.", "1-a_b", "1.0\n", "١.٠", strings.Repeat("1", 65), "1-" + strings.Repeat("1", 65),
		"1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17", "1.0 SP-1",
	} {
		if v, err := anyScheme.Parse(text); !errors.Is(err, lifecycle.ErrVersion) {
			t.Errorf("%q is read as %q: %v", text, v, err)
		}
	}
	for _, text := range []string{"1.0 SP1", "1.0-rc1"} {
		if _, err := (lifecycle.Scheme{}).Parse(text); !errors.Is(err, lifecycle.ErrVersion) {
			t.Errorf("%q is read by a scheme that does not have it", text)
		}
	}
	_, err := anyScheme.Parse("1.x")
	if want := `lifecycle: version "1.x" is not a version number; write numbers and dots, such as 2.10, or 2.10 SP1, or 2.10 SR1, or 2.10-rc.1`; err.Error() != want {
		t.Errorf("got %v\nwant %s", err, want)
	}
}

// Versions order as lists of numbers do.
func TestProp_VersionNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.OneOf(rapid.IntRange(0, 11), rapid.IntRange(0, 999999999))
		a, b := rapid.SliceOfN(part, 1, 5).Draw(t, "a"), rapid.SliceOfN(part, 1, 5).Draw(t, "b")
		want := 0
		for i := range 5 {
			if x, y := at(a, i), at(b, i); want == 0 && x != y {
				want = 1
				if x < y {
					want = -1
				}
			}
		}
		v, w := parse(t, dotted(a)), parse(t, dotted(b))
		if got := v.Compare(w); got != want || w.Compare(v) != -want {
			t.Errorf("%v to %v: %d; want %d", v, w, got, want)
		}
		for i := range 6 {
			if v.Part(i) != at(a, i) {
				t.Errorf("part %d of %v is %d", i, v, v.Part(i))
			}
		}
	})
}

func at(parts []int, i int) int {
	if i < len(parts) {
		return parts[i]
	}
	return 0
}
