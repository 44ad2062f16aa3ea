package lifecycle_test

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

func ExampleRule_MarshalJSON() {
	text, err := lifecycle.Rule{Support: lifecycle.Plus{Of: lifecycle.Own{}, N: 18, Unit: calendar.Months}}.MarshalJSON()
	fmt.Println(string(text), err)
	_, err = lifecycle.Rule{}.MarshalJSON()
	fmt.Println(err)
	// Output:
	// {"support":{"plus":{"of":"own","n":18,"unit":"months"}}} <nil>
	// lifecycle: rule: stages are empty and there is no support; give one of them
}

func ExampleRule_AppendJSON() {
	rule := lifecycle.Rule{Support: lifecycle.Unending{}}
	text, err := rule.AppendJSON([]byte(`{"name":"p","rule":`))
	fmt.Println(string(text)+"}", err)
	// Output: {"name":"p","rule":{"support":"unending"}} <nil>
}

// A document that has a rule as a part.
func ExampleRule_ReadJSON() {
	var name string
	var rule lifecycle.Rule
	r := strictjson.NewReader([]byte(`{"name": "p", "rule": {"support": {"successor": {"n": 0}}}}`))
	r.Object(func(field []byte) {
		switch string(field) {
		case "name":
			name = r.Text()
		case "rule":
			rule.ReadJSON(r)
		default:
			r.Unknown("name", "rule")
		}
	})
	fmt.Println(name, r.End())
	// Output: p strictjson: column 55: rule.support.successor.n: 0 is out of range; write 1 to 100000
}

func ExampleScheme_UnmarshalJSON() {
	var scheme lifecycle.Scheme
	err := scheme.UnmarshalJSON([]byte(`{"service_words":["SP"]}`))
	fmt.Println(scheme, err)
	fmt.Println(scheme.UnmarshalJSON([]byte(`{"service_words":["1"]}`)))
	// Output:
	// {[SP] false} <nil>
	// lifecycle: column 19: service_words[0]: "1" is no word that a number can follow; write one such as SP, of 64 bytes at most
}

func ExampleScheme_MarshalJSON() {
	text, err := lifecycle.Scheme{ServiceWords: []string{"SP"}, Prereleases: true}.MarshalJSON()
	fmt.Println(string(text), err)
	// Output: {"service_words":["SP"],"prereleases":true} <nil>
}

func ExampleScheme_AppendJSON() {
	text, err := lifecycle.Scheme{}.AppendJSON([]byte(`{"scheme":`))
	fmt.Println(string(text)+"}", err)
	// Output: {"scheme":{}} <nil>
}

func ExampleScheme_ReadJSON() {
	var scheme lifecycle.Scheme
	r := strictjson.NewReader([]byte(`{"prereleases":true}`))
	scheme.ReadJSON(r)
	fmt.Println(scheme.Prereleases, r.End())
	// Output: true <nil>
}
