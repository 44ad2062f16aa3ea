package severity_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/slaclock/slaclock/severity"
)

func TestScaleJSON(t *testing.T) {
	for _, text := range []string{
		`{"name":"acme","levels":["Crisis|Sev 1|P1","Critical","Standard|routine"]}`,
		`{"name":"","levels":["1"]}`,
		`{"name":"é \"","levels":["α|ω"]}`,
	} {
		var s severity.Scale
		if err := json.Unmarshal([]byte(text), &s); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if out, err := json.Marshal(&s); err != nil || string(out) != text {
			t.Errorf("%s came back as %s, %v", text, out, err)
		}
	}
}

func TestScaleJSONErrors(t *testing.T) {
	for text, want := range map[string]string{
		`[]`:                                   `severity: invalid scale: must be a JSON object with name and levels`,
		``:                                     `severity: invalid scale: must be a JSON object with name and levels`,
		`{"levels":["A"]}`:                     `severity: invalid scale: name: is missing; write a text`,
		`{"name":null,"levels":["A"]}`:         `severity: invalid scale: name: null must be a string`,
		`{"name":1,"levels":["A"]}`:            `severity: invalid scale: name: 1 must be a string`,
		`{"name":"a"}`:                         `severity: invalid scale: levels: must be an array of texts such as "Crisis|P1", the gravest first`,
		`{"name":"a","levels":null}`:           `severity: invalid scale: levels: must be an array of texts such as "Crisis|P1", the gravest first`,
		`{"name":"a","levels":"A"}`:            `severity: invalid scale: levels: must be an array of texts such as "Crisis|P1", the gravest first`,
		`{"name":"a","levels":[1]}`:            `severity: invalid scale: levels[0]: 1 must be a string`,
		`{"name":"a","levels":["A",null]}`:     `severity: invalid scale: levels[1]: null must be a string`,
		`{"name":"a","levels":[]}`:             `severity: levels: are 0; a scale has 1 to 16`,
		`{"name":"a","Levels":["A"]}`:          `severity: invalid scale: Levels: unknown field; known are name, levels`,
		`{"name":"a","name":"b","levels":[1]}`: `severity: invalid scale: name: appears twice in one object`,
		`{"name":"a","levels":["A"]} x`:        `severity: invalid scale: something follows the JSON object; write one object`,
		`{"name":"a","levels":["A"`:            `severity: invalid scale: levels: cannot be read as JSON; look at its quotes, commas and brackets`,
		`{1:2}`:                                `severity: invalid scale: cannot be read as JSON; look at its quotes, commas and brackets`,
		`{"name":"a"`:                          `severity: invalid scale: cannot be read as JSON; look at its quotes, commas and brackets`,
		"{\"name\":\"\xff\",\"levels\":[]}":    `severity: invalid scale: the JSON is not valid UTF-8`,
	} {
		var s severity.Scale
		err := s.UnmarshalJSON([]byte(text))
		if !errors.Is(err, severity.ErrScale) || err.Error() != want {
			t.Errorf("%s: %v\nwant %s", text, err, want)
		}
		if s.Len() != 0 {
			t.Errorf("%s: made %v", text, s.Names())
		}
	}
}

// Reading into a scale that is in use would change what its levels mean.
func TestScaleJSONNeverChanges(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	if err := json.Unmarshal([]byte(`{"name":"x","levels":["C"]}`), s); !errors.Is(err, severity.ErrScale) || s.Len() != 2 {
		t.Errorf("%v, levels %v", err, s.Names())
	}
}
