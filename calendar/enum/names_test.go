package enum_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A channel has a zero value that is none.
type channel uint8

var (
	errChannel   = errors.New("post: no such channel")
	channelNames = enum.Of[channel](errChannel, "channel", "", "phone", "email", "portal")
)

func (c channel) String() string { return channelNames.String(c) }

// A state has a zero value with a name.
type state uint8

var (
	errState   = errors.New("post: no such state")
	stateNames = enum.Of[state](errState, "open state", "waiting", "running")
)

func (s state) String() string { return stateNames.String(s) }

// TestNames: each value is written and read as its name, and what has none or is none is
// an error with the names. The values just before, at and just after either end are there.
func TestNames(t *testing.T) {
	const notChannel = ` is not a channel; write phone, email or portal`
	for _, c := range []struct {
		value channel
		text  string
		has   bool
		err   string // of what is written
	}{
		{0, "", false, `post: channel: ""` + notChannel},
		{1, "phone", true, ""},
		{2, "email", true, ""},
		{3, "portal", true, ""},
		{4, "channel(4)", false, `post: channel: "channel(4)"` + notChannel},
		{255, "channel(255)", false, `post: channel: "channel(255)"` + notChannel},
	} {
		hold(t, channelNames, errChannel, c.value, c.text, c.has, c.err)
	}
	const notState = ` is not an open state; write waiting or running`
	for _, c := range []struct {
		value state
		text  string
		has   bool
		err   string
	}{
		{0, "waiting", true, ""},
		{1, "running", true, ""},
		{2, "state(2)", false, `post: open state: "state(2)"` + notState},
	} {
		hold(t, stateNames, errState, c.value, c.text, c.has, c.err)
	}
}

// hold holds names to what is known of a value: its text, whether that is a name, and the
// error if it is none.
func hold[E ~uint8](t *testing.T, names enum.Names[E], kind error, value E, text string, has bool, want string) {
	t.Helper()
	if got := names.String(value); got != text || names.Has(value) != has {
		t.Errorf("%d is %q, has a name: %t; want %q, %t", value, got, names.Has(value), text, has)
	}
	written, err := names.Marshal(value)
	if has && (err != nil || string(written) != text) || !has && (written != nil || message(err) != want || !errors.Is(err, kind)) {
		t.Errorf("%d is written as %q, %v; want %q, %s", value, written, err, text, want)
	}
	const before = 77
	back := E(before)
	parsed, err := names.Parse(text)
	found, ok := names.Find([]byte(text))
	unmarshalErr := names.Unmarshal(&back, []byte(text))
	if has {
		if err != nil || unmarshalErr != nil || !ok || parsed != value || found != value || back != value {
			t.Errorf("%q is read as %d, %v; %d, %t; %d, %v", text, parsed, err, found, ok, back, unmarshalErr)
		}
		return
	}
	if message(err) != want || message(unmarshalErr) != want || !errors.Is(err, kind) || !errors.Is(unmarshalErr, kind) ||
		ok || parsed != 0 || found != 0 || back != before {
		t.Errorf("%q is read as %d, %v; %d, %t; %d, %v; want %s", text, parsed, err, found, ok, back, unmarshalErr, want)
	}
}

// message is the text of an error, empty if there is none.
func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestNamesCase: a name is compared byte for byte.
func TestNamesCase(t *testing.T) {
	for _, text := range []string{"Phone", "phone ", " phone", "phon", "phones", "1"} {
		if v, err := channelNames.Parse(text); err == nil || v != 0 {
			t.Errorf("%q is read as %d, %v", text, v, err)
		}
	}
}

// TestNamesZero: the zero Names have no names.
func TestNamesZero(t *testing.T) {
	var none enum.Names[state]
	const want = `: "state(2)" is not a ; write `
	if text, err := none.Marshal(2); text != nil || message(err) != want {
		t.Errorf("%q, %v, want %s", text, err, want)
	}
	if v, err := none.Parse("state(2)"); v != 0 || message(err) != want {
		t.Errorf("%d, %v, want %s", v, err, want)
	}
	if all := none.All(); len(all) != 0 {
		t.Errorf("%q", all)
	}
}

// TestNamesOwn: the lists that are given and handed out are nobody's but their holder's.
func TestNamesOwn(t *testing.T) {
	given := []string{"", "left", "right"}
	names := enum.Of[channel](errChannel, "side", given...)
	for i := range given {
		given[i] = "changed"
	}
	for name, list := range map[string]func() []string{
		"All": names.All,
		"Known": func() []string {
			var e *enum.Error
			if _, err := names.Parse("up"); !errors.As(err, &e) {
				return nil
			}
			return e.Known
		},
	} {
		for range 2 {
			got := list()
			if diff := cmp.Diff([]string{"left", "right"}, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
			for i := range got {
				got[i] = "changed"
			}
		}
	}
}

// TestNamesMany: a value of a byte has one of 256 names, and those after them are left
// out: none of them is read as a value whose name is another one.
func TestNamesMany(t *testing.T) {
	var many []string
	for i := range 258 {
		many = append(many, fmt.Sprint("n", i))
	}
	names := enum.Of[state](errState, "number", many...)
	if last := names.String(255); last != "n255" || len(names.All()) != 256 {
		t.Errorf("the last of %d is %s", len(names.All()), last)
	}
	if v, err := names.Parse("n256"); err == nil {
		t.Errorf("n256 is read as %d", v)
	}
	twice := enum.Of[state](errState, "letter", "a", "b", "a")
	if v, err := twice.Parse("a"); v != 0 || err != nil {
		t.Errorf("a is read as %d, %v", v, err)
	}
}

// TestNamesCost: what is asked of every event of every ticket does not allocate, however
// long the text is.
func TestNamesCost(t *testing.T) {
	name, long := []byte("portal"), []byte(strings.Repeat("portal", 100))
	if n := testing.AllocsPerRun(100, func() {
		c, _ := channelNames.Find(name)
		_, ok := channelNames.Find(long)
		if channelNames.String(c) != "portal" || !channelNames.Has(c) || ok {
			t.Fail()
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
