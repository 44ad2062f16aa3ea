package document_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/policy/document"
)

var update = flag.Bool("update", false, "write testdata/schema.json, and what the five agreements cover into their documents")

// TestSchema holds the file that editors read to what the types say.
func TestSchema(t *testing.T) {
	file := filepath.Join("testdata", "schema.json")
	if *update {
		if err := os.WriteFile(file, document.Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(document.Schema()), string(read(t, file))); diff != "" {
		t.Errorf("run go test -update: %s", diff)
	}
}

// documents are the files of testdata that are documents.
func documents() []string {
	return []string{"purchased", "cumulocity", "ispsystem", "portx", "sempre", "helpdesk"}
}

func schema(t testing.TB) validator {
	t.Helper()
	var v validator
	if err := json.Unmarshal(document.Schema(), &v.root); err != nil {
		t.Fatal(err)
	}
	return v
}

// byForm reports whether an error of Decode is one of the form, which the schema
// knows too, and not one of what must fit together.
func byForm(err error) bool {
	var e *document.Error
	if !errors.As(err, &e) {
		return false
	}
	for _, m := range e.Mistakes {
		for _, why := range []string{
			"needs \"", "must be ", "unknown field", "unknown key", "is not known; write", "is empty; write a text", "is not a measure; write a time",
			"must have exactly one of \"", "is out of range; write", "is not a time of day",
		} {
			if strings.HasPrefix(m.Why, why) && m.Line > 0 {
				return true
			}
		}
	}
	return false
}

func TestSchema_Documents(t *testing.T) {
	v := schema(t)
	for _, name := range append(documents(), "") {
		text := []byte(small)
		if name != "" {
			text = read(t, "testdata", name+".json")
		}
		var value any
		if err := json.Unmarshal(text, &value); err != nil {
			t.Fatal(err)
		}
		if why := v.wrong(v.root, value, ""); why != "" {
			t.Errorf("%s%s", name, why)
		}
	}
}

// TestSchema_Measures: the schema has a pattern for what a measure can be, and takes what
// Decode takes. Only Decode looks at how much there is of it.
func TestSchema_Measures(t *testing.T) {
	v := schema(t)
	for text, want := range map[string][2]bool{ // of the schema, of Decode
		"1h": {true, true}, "+3h": {true, true}, ".5h": {true, true}, "+.5h30m": {true, true}, "1.5h": {true, true}, "1.h": {true, true}, "90µs": {true, true},
		"3 days": {true, true}, "1 day": {true, true}, "2 business days": {true, true}, "7 calendar days": {true, true},
		"0s": {true, false}, "0 days": {true, false}, "100001 days": {true, false},
		".h": {false, false}, "++3h": {false, false}, "-3h": {false, false}, "3": {false, false}, "+": {false, false},
		"+3 business days": {false, false}, ".5 days": {false, false}, "2 weeks": {false, false},
	} {
		doc := strings.Replace(small, `"measure": "1h"`, `"measure": "`+text+`"`, 1)
		var value any
		if err := json.Unmarshal([]byte(doc), &value); err != nil {
			t.Fatal(err)
		}
		why := v.wrong(v.root, value, "")
		_, err := document.Decode([]byte(doc))
		if got := [2]bool{why == "", err == nil}; got != want {
			t.Errorf("%q: got %v, want %v:\n%s\n%v", text, got, want, why, err)
		}
	}
}

// TestPropSchema changes one value of a document, and asks the schema and Decode:
// what Decode accepts the schema does, and what the schema refuses Decode does.
// Only Decode knows names that must fit together, dates and zones that do not
// exist, releases' ends that contradict each other, and numbers' ranges there; so
// the other direction holds for mistakes of the form alone.
func TestPropSchema(t *testing.T) {
	v := schema(t)
	texts := map[string][]byte{}
	for _, name := range documents() {
		texts[name] = read(t, "testdata", name+".json")
	}
	rapid.Check(t, func(t *rapid.T) {
		var value any
		if err := json.Unmarshal(texts[rapid.SampledFrom(documents()).Draw(t, "document")], &value); err != nil {
			t.Fatal(err)
		}
		value = mutate(t, value)
		text, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		_, err = document.Decode(text)
		why := v.wrong(v.root, value, "")
		switch {
		case err == nil && why != "":
			t.Fatalf("Decode accepts what the schema refuses: %s\n%s", why, text)
		case why == "" && byForm(err) && !strings.Contains(string(text), `"releases":`):
			t.Fatalf("the schema accepts what Decode refuses: %v\n%s", err, text)
		}
	})
}

// mutate drops, renames or replaces a value somewhere within one.
func mutate(t *rapid.T, value any) any {
	switch x := value.(type) {
	case map[string]any:
		if len(x) == 0 || rapid.IntRange(0, 5).Draw(t, "here") == 0 {
			break
		}
		name := rapid.SampledFrom(sortedKeys(x)).Draw(t, "name")
		switch rapid.IntRange(0, 9).Draw(t, "how") {
		case 0:
			delete(x, name)
		case 1:
			x[name+"s"] = x[name]
			delete(x, name)
		default:
			x[name] = mutate(t, x[name])
		}
		return x
	case []any:
		if len(x) == 0 || rapid.IntRange(0, 5).Draw(t, "here") == 0 {
			break
		}
		i := rapid.IntRange(0, len(x)-1).Draw(t, "index")
		x[i] = mutate(t, x[i])
		return x
	}
	return rapid.SampledFrom([]any{
		nil, true, false, 1.0, 0.0, 50.0, -1.0, 1.5, "", "x", "1h", "0h", "3 days", "1 business day", "09:00", "2026-01-01", "UTC", "reported",
		[]any{}, []any{"x"}, []any{[]any{"09:00", "17:00"}}, map[string]any{}, map[string]any{"attribute": "tier"}, map[string]any{"tier": "gold"},
	}).Draw(t, "value")
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// TestRoundTrip decodes, encodes and decodes again.
func TestRoundTrip(t *testing.T) {
	for _, name := range documents() {
		text := read(t, "testdata", name+".json")
		d := mustRead(t, name)
		again, err := d.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(again, text) {
			t.Errorf("%s: encoded otherwise than it stands there:\n%s", name, cmp.Diff(string(text), string(again)))
		}
		roundTrip(t, d)
	}
}

// roundTrip encodes a document both ways and reads it again.
func roundTrip(t testing.TB, d *document.Document) {
	t.Helper()
	first, err := d.Encode()
	if err != nil {
		t.Fatal(err)
	}
	short, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range [][]byte{first, short} {
		var read document.Document
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		second, err := read.Encode()
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%v\n%s", err, cmp.Diff(string(first), string(second)))
		}
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
}

// FuzzDecode reads any text: what is read can be written and read again.
func FuzzDecode(f *testing.F) {
	for _, name := range documents() {
		f.Add(read(f, "testdata", name+".json"))
	}
	f.Add([]byte(small))
	f.Fuzz(func(t *testing.T, text []byte) {
		d, err := document.Decode(text)
		if err != nil {
			if err.Error() == "" || !errors.Is(err, document.ErrDocument) {
				t.Fatalf("%#v", err)
			}
			return
		}
		roundTrip(t, d)
	})
}
