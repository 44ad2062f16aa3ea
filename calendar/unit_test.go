package calendar_test

import (
	"encoding/json"
	"testing"

	"github.com/slaclock/slaclock/calendar"
)

func TestUnitJSON(t *testing.T) {
	const text = `{"n":18,"unit":"months","by":{"days":1,"years":2}}`
	var term struct {
		N    int                   `json:"n"`
		Unit calendar.Unit         `json:"unit"`
		By   map[calendar.Unit]int `json:"by"`
	}
	if err := json.Unmarshal([]byte(text), &term); err != nil || term.Unit != calendar.Months || term.By[calendar.Years] != 2 {
		t.Fatalf("%+v, %v", term, err)
	}
	if out, err := json.Marshal(term); err != nil || string(out) != text {
		t.Errorf("%s, %v; want %s", out, err, text)
	}
}
