package enum_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/calendar/enum"
)

// TestErrorPackage: an error begins with the name of the package that its kind is of, if
// that says one.
func TestErrorPackage(t *testing.T) {
	for _, c := range []struct {
		kind error
		name string
		want string
	}{
		{nil, "", `animal: "x" is not an animal; write ox or ass`},
		{errors.New("acme: no such thing"), "acme", `acme: animal: "x" is not an animal; write ox or ass`},
		{errors.New("acme: no: such thing"), "acme", `acme: animal: "x" is not an animal; write ox or ass`},
		{errors.New("no such thing"), "", `animal: "x" is not an animal; write ox or ass`},
		{errors.New("no such thing: none"), "", `animal: "x" is not an animal; write ox or ass`},
	} {
		if name := enum.PackageOf(c.kind); name != c.name {
			t.Errorf("%v: of %q, want %q", c.kind, name, c.name)
		}
		err := &enum.Error{Kind: c.kind, What: "animal", Text: "x", Known: []string{"ox", "ass"}}
		if err.Error() != c.want || !errors.Is(err, c.kind) && c.kind != nil || errors.Is(err, errState) {
			t.Errorf("%v: %v, want %s", c.kind, err, c.want)
		}
	}
}

// TestSome: fewer names than are listed at most, as many, and more.
func TestSome(t *testing.T) {
	for _, c := range []struct {
		names []string
		most  int
		want  string
	}{
		{nil, 2, ""},
		{[]string{"a"}, 2, "a"},
		{[]string{"a", "b"}, 2, "a or b"},
		{[]string{"a", "b", "c"}, 2, "a, b, …"},
		{[]string{"a", "b"}, 1, "a, …"},
		{[]string{"a", "b"}, 0, "a, …"},
		{[]string{"a", "b"}, -1, "a, …"},
		{[]string{"a"}, 0, "a"},
	} {
		if got := enum.Some(c.names, c.most); got != c.want {
			t.Errorf("%d of %q: %q, want %q", c.most, c.names, got, c.want)
		}
	}
}

// TestEither: nothing, one, two and three names; the noun has the article that its first
// letter asks for.
func TestEither(t *testing.T) {
	for _, c := range []struct {
		names []string
		want  string
	}{
		{nil, ""},
		{[]string{"phone"}, "phone"},
		{[]string{"phone", "email"}, "phone or email"},
		{[]string{"phone", "email", "portal"}, "phone, email or portal"},
	} {
		if got := enum.Either(c.names); got != c.want {
			t.Errorf("%q: %q, want %q", c.names, got, c.want)
		}
		for what, article := range map[string]string{"channel": "a channel", "end": "an end", "outcome": "an outcome", "unit": "a unit", "urgency": "an urgency", "": "a "} {
			want := "is not " + article + "; write " + c.want
			if got := enum.NotOneOf(what, c.names); got != want {
				t.Errorf("%q of %q: %q, want %q", what, c.names, got, want)
			}
		}
	}
}
