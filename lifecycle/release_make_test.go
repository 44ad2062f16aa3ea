package lifecycle_test

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// fataler is a *testing.T, a *testing.B or a *rapid.T.
type fataler interface {
	Fatal(args ...any)
}

func parse(t fataler, text string) lifecycle.Version {
	v, err := anyScheme.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func dotted(parts []int) string {
	text := make([]string, len(parts))
	for i, n := range parts {
		text[i] = strconv.Itoa(n)
	}
	return strings.Join(text, ".")
}

func day(t fataler, text string) calendar.Date {
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// list reads releases: version@date, and ~ before one that is intermediate.
func list(t fataler, text string) (releases []lifecycle.Release) {
	for field := range strings.FieldsSeq(text) {
		version, date, _ := strings.Cut(field, "@")
		plain, intermediate := strings.CutPrefix(version, "~")
		releases = append(releases, lifecycle.Release{Version: parse(t, plain), Released: day(t, date), Intermediate: intermediate})
	}
	return releases
}

// ends asks a rule of one end, on a day, and says what the releases have.
func ends(t fataler, e lifecycle.End, releases []lifecycle.Release, on string) string {
	rule := lifecycle.Rule{Support: e}
	answers, err := rule.Ask(releases, day(t, on))
	if err != nil {
		t.Fatal(err)
	}
	texts := make([]string, len(answers))
	for i, s := range answers {
		texts[i] = fmt.Sprintf("%v %v", releases[s.Index].Version, s.Through)
	}
	return strings.Join(texts, "; ")
}
