package document_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/document"
)

// TestDocumentAsAValue: a Document has one JSON, whether a pointer to it is written, the
// value, or something that has it.
func TestDocumentAsAValue(t *testing.T) {
	d := mustDecode(t, small)
	want, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{"a pointer": d, "the value": *d} {
		got, err := json.Marshal(v)
		if diff := cmp.Diff(string(want), string(got)); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got)\n%s", name, err, diff)
		}
	}
	got, err := json.Marshal(struct{ Doc document.Document }{*d})
	if diff := cmp.Diff(`{"Doc":`+string(want)+`}`, string(got)); err != nil || diff != "" {
		t.Errorf("a field: %v (-want +got)\n%s", err, diff)
	}
	var back struct{ Doc document.Document }
	if err := json.Unmarshal(got, &back); err != nil {
		t.Fatal(err)
	}
	if again, err := back.Doc.MarshalJSON(); err != nil || cmp.Diff(string(want), string(again)) != "" {
		t.Errorf("came back as %s, %v", again, err)
	}
	if got, err := json.Marshal((*document.Document)(nil)); err != nil || string(got) != "null" {
		t.Errorf("nil is %s, %v", got, err)
	}
}

// parts are the parts that have JSON of their own.
type parts struct {
	Measure document.Measure `json:"measure"`
	Value   document.Value   `json:"value"`
	Zone    document.Zone    `json:"zone"`
	When    document.When    `json:"when"`
}

// TestPartsJSON writes parts as they stand in a document, and reads them back.
func TestPartsJSON(t *testing.T) {
	for text, p := range map[string]parts{
		`{"measure":"4h","value":"DE","zone":"UTC","when":{"tier":"gold"}}`: {
			document.Measure{Text: "4h"}, *document.Text("DE"), document.Zone{Value: *document.Text("UTC")}, document.When{"tier": {"gold"}}},
		`{"measure":{"attribute":"days"},"value":{"attribute":"hubs","key":"EMEA"},"zone":{"calendar":"office"},"when":{"a":["x","y"],"b":""}}`: {
			document.Measure{Attribute: "days"}, document.Value{Attribute: "hubs", Key: "EMEA"}, document.Zone{Calendar: "office"}, document.When{"a": {"x", "y"}, "b": {""}}},
		`{"measure":"5 business days","value":{"choose":[{"when":{"t":"g"},"value":"UTC"},{"value":{"reading":"r"}}]},"zone":{"reading":"acme.zone"},"when":{}}`: {
			document.Measure{Text: "5 business days"},
			document.Value{Choose: []document.Choice{{When: document.When{"t": {"g"}}, Value: *document.Text("UTC")}, {Value: *document.FromReading("r")}}},
			document.Zone{Value: *document.FromReading("acme.zone")}, nil},
	} {
		got, err := json.Marshal(p)
		if diff := cmp.Diff(text, string(got)); err != nil || diff != "" {
			t.Errorf("%v (-want +got)\n%s", err, diff)
		}
		var back parts
		if err := json.Unmarshal([]byte(text), &back); err != nil {
			t.Errorf("%s: %v", text, err)
		}
		if diff := cmp.Diff(p, back); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
	}
}

// TestPartsJSONMistakes: what a document would not take leaves a part as it was.
func TestPartsJSONMistakes(t *testing.T) {
	before := parts{document.Measure{Text: "4h"}, *document.Text("DE"), document.Zone{Calendar: "office"}, document.When{"a": {"b"}}}
	for _, test := range [][2]string{
		{`{"measure":"soon"}`, `document: line 1, column 1: "soon" is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each`},
		{`{"measure":""}`, `document: line 1, column 1: "" is not a measure; write a time such as 8h, or 5 business days, 7 calendar days, or 3 days of 24 hours each`},
		{`{"measure":null}`, `document: line 1, column 1: null must be a text such as "8h", or {"attribute":"…"}`},
		{`{"value":{"calendar":"office"}}`, `document: line 1, column 2: calendar: unknown field; known are attribute, key, reading, choose` + "\n" +
			`document: line 1, column 1: must have exactly one of "attribute", "reading" and "choose"`},
		{`{"zone":{"calendar":"a","reading":"b"}}`, `document: line 1, column 1: must have exactly one of "attribute", "reading", "choose" and "calendar"`},
		{`{"when":{"a":[]}}`, `document: line 1, column 6: [a]: must not be empty; a condition has at least one value`},
	} {
		got := before
		got.When = document.When{"a": {"b"}}
		err := json.Unmarshal([]byte(test[0]), &got)
		if !errors.Is(err, document.ErrDocument) || err.Error() != test[1] {
			t.Errorf("%s: %v\nwant %s", test[0], err, test[1])
		}
		if diff := cmp.Diff(before, got); diff != "" {
			t.Errorf("%s changed (-want +got)\n%s", test[0], diff)
		}
	}
}

func TestZeroPartsJSON(t *testing.T) {
	got, err := json.Marshal(parts{})
	if want := `{"measure":"","value":"","zone":"","when":{}}`; err != nil || string(got) != want {
		t.Errorf("%s, %v; want %s", got, err, want)
	}
}
