package severity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/severity"
)

// TestHalfPairs: half of a surrogate pair, which encoding/json reads as U+FFFD, is a
// mistake wherever a text is read; what only looks like one is not.
func TestHalfPairs(t *testing.T) {
	s := newScale(t, "acme", "A")
	for text, right := range map[string]bool{
		`\ud800`: false, `\ud800x`: false, `x\uDBFF`: false, `\udc00`: false, `\uDFFFx`: false,
		`\ud800\ud800`: false, `\udc00\ud800`: false, `\ud83d\u0041`: false, `\ud83d\n`: false, `\\\ud800`: false,
		`\ud83d\ude00\ud800`: false, `\u0041\ud800`: false,
		`\ud83d\ude00`: true, `\uD83D\uDE00x`: true, `\ud7ff`: true, `\ue000`: true, `\ufffd`: true, "\uFFFD": true,
		`\\ud800`: true, `\\\\ud800`: true, `\"\u00e9\/`: true, ``: true, `\ud800\udc00\udbff\udfff`: true,
	} {
		quoted := text
		if n := len([]rune(`"` + text + `"`)); n > 40 {
			t.Fatalf("%s is longer than an error shows", text)
		}
		const why = `" has half of a surrogate pair; write both halves`
		for _, read := range []struct {
			name, want string
			read       func() error
		}{
			{"what", `severity: history[0]: what: "` + quoted + why, func() error {
				_, err := severity.ParseHistory(s, []byte(`[{"from":"2026-03-02T09:00:00Z","severity":"A","what":"`+text+`"}]`))
				return err
			}},
			{"name", `severity: invalid scale: name: "` + quoted + why, func() error {
				return new(severity.Scale).UnmarshalJSON([]byte(`{"name": "` + text + `" ,"levels":["A"]}`))
			}},
			{"a level", `severity: invalid scale: levels[1]: "B` + quoted + why, func() error {
				return new(severity.Scale).UnmarshalJSON([]byte(`{"name":"a","levels":[ "A", "B` + text + `" ]}`))
			}},
		} {
			switch err := read.read(); {
			case right && err != nil:
				t.Errorf("%s %s: %v", read.name, text, err)
			case !right && (err == nil || err.Error() != read.want || !errors.Is(err, severity.ErrHistory) && !errors.Is(err, severity.ErrScale)):
				t.Errorf("%s %s: %v\nwant %s", read.name, text, err, read.want)
			}
		}
	}
}

// TestTextMistakes: what is not a text where one must be is an error in the words of
// strictjson.
func TestTextMistakes(t *testing.T) {
	long := strings.Repeat("1", 41)
	for text, want := range map[string]string{
		`{"name":{},"levels":["A"]}`:            `name: must be a string, not an object`,
		`{"name":[],"levels":["A"]}`:            `name: must be a string, not an array`,
		`{"name":true,"levels":["A"]}`:          `name: true must be a string`,
		`{"name":` + long + `,"levels":["A"]}`:  `name: ` + long[:40] + `… must be a string`,
		`{"name":"a","levels":["A",["B"]]}`:     `levels[1]: must be a string, not an array`,
		`{"name":"a","levels":["A",-1]}`:        `levels[1]: -1 must be a string`,
		`{"a b":1}`:                             `"a b": unknown field; known are name, levels`,
		`{"":1}`:                                `"": unknown field; known are name, levels`,
		`{"\ud800":1}`:                          `"` + "\uFFFD" + `": unknown field; known are name, levels`,
		`{"` + strings.Repeat("n", 41) + `":1}`: `"` + strings.Repeat("n", 40) + `…": unknown field; known are name, levels`,
	} {
		err := new(severity.Scale).UnmarshalJSON([]byte(text))
		if !errors.Is(err, severity.ErrScale) || err.Error() != "severity: invalid scale: "+want {
			t.Errorf("%s: %v\nwant %s", text, err, want)
		}
	}
}
