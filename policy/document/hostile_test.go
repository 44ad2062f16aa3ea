package document_test

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/document"
)

// with returns the small document with further text after its name.
func with(text string) []byte {
	return []byte(strings.Replace(small, `"name": "acme",`, `"name": "acme",`+text+`,`, 1))
}

// instead returns the small document with a part replaced.
func instead(old, new string) []byte { return []byte(strings.Replace(small, old, new, 1)) }

// many returns n elements with commas between them; %d is the number of each.
func many(n int, element string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		if strings.Contains(element, "%") {
			b.WriteString(strings.ReplaceAll(element, "%d", fmt.Sprint(i)))
		} else {
			b.WriteString(element)
		}
	}
	return b.String()
}

// TestHostile reads documents that want to take all time and memory: each must be
// refused soon, with a mistake that says what is wrong.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long documents, which the race detector takes half a minute for; skipped with -short")
	}
	const office = `"week": {"mon": [["09:00", "17:00"]]}}`
	doubling := `{"name": "u0", "zone": "UTC", "week": {}}`
	for i := range 60 {
		doubling += fmt.Sprintf(`,{"name":"u%d","union":["u%d","u%d"]}`, i+1, i, i)
	}
	circle := ""
	for i := range 3000 {
		circle += fmt.Sprintf(`,{"name":"c%d","as":"c%d"}`, i, (i+1)%3000)
	}
	conditions := ""
	for i := range 16 {
		conditions += fmt.Sprintf(`,"x%d":"a"`, i)
	}
	var attributes, ties strings.Builder
	for i := range 16 {
		fmt.Fprintf(&attributes, `,{"name":"x%d","type":"list"}`, i)
	}
	for i := range 2000 {
		fmt.Fprintf(&ties, `,{"level":"high","when":{"x%d":"%d"%s},"measure":"1h","calendar":"office","clause":"A-1"}`, i%16, i, strings.Replace(conditions, fmt.Sprintf(`,"x%d":"a"`, i%16), "", 1))
	}
	const because = `,"outcome":"covered","clause":"C","section":"1","rule":"r"`
	covers := func(rules, limits string) string {
		return `"coverage": {"rules": [` + rules + `], "limits": [` + limits + `]}`
	}
	for name, test := range map[string]struct {
		text []byte
		want string
	}{
		"10 MB of windows":           {instead(`["09:00", "17:00"]`, many(500_000, `["09:00","17:00"]`)), "the text has more than 4194304 bytes, which is the most that a document can have"},
		"4 MB of windows":            {instead(`["09:00", "17:00"]`, many(200_000, `["09:00","17:00"]`)), "windows and 0 dates; a calendar has at most"},
		"a week of too many windows": {instead(`["09:00", "17:00"]`, many(9_000, `["09:00","17:00"]`)), "are too many; a date can have 1440"},
		"too many dates":             {instead(office, `"workdays":[`+many(100_000, `"2026-01-01"`)+`]}`), "dates; a calendar has at most"},
		"a deep text":                {[]byte(strings.Repeat("[", 1_000_000)), "must be an object"},
		"a deep choose":              {instead(`"severity_change": "fair"`, `"severity_change": `+strings.Repeat(`{"choose":[{"value":`, 60)+`"fair"`+strings.Repeat("}]}", 60)), "lies deeper than 4 in others"},
		"a choose of 20":             {instead(`"severity_change": "fair"`, `"severity_change": `+strings.Repeat(`{"choose":[{"value":`, 20)+`"fair"`+strings.Repeat("}]}", 20)), "lies deeper than 4 in others"},
		"a circle of calendars":      {instead(`{"name": "both", "union": ["office", "office"]}`, circle[1:]), "is made of itself"},
		"doubling":                   {instead(`{"name": "both", "union": ["office", "office"]}`, doubling), "is made of more than 64 calendars"},
		"a path as zone":             {instead(`{"reading": "acme.zone"}`, `"../../../../etc/passwd"`), "is not a zone"},
		"a long zone":                {instead(`{"reading": "acme.zone"}`, `"`+strings.Repeat("x", 1_000_000)+`"`), "is not a zone"},
		"a holiday after all":        {instead(office, `"holidays":["10000-01-01"]}`), "is not a date"},
		"duplicate keys":             {[]byte(`{` + many(200_000, `"schema":1`) + `}`), "appears twice in one object"},
		"too many rows":              {instead(`{"name": "high"}, `, many(150_000, `{"name":"x%d"}`)+","), "is one too many; a document has at most 10000 objects in lists"},
		"too many texts":             {with(`"halt":[` + many(100_000, `"reported"`) + `]`), "is one too many; a list has at most 256 texts"},
		"too many levels":            {instead(`{"name": "high"}, `, many(5_000, `{"name":"x%d"}`)+","), "a scale has 1 to 16"},
		"too many conditions":        {instead(`"low", "measure"`, `"low", "when": {`+many(50_000, `"x%d":"a"`)+`}, "measure"`), "is one too many; there are at most 16 conditions"},
		"rows that tie":              {[]byte(strings.Replace(string(instead(`{"name": "vip", "type": "list"}`, `{"name": "vip", "type": "list"}`+attributes.String())), `"clause": "A-1"}`, `"clause": "A-1"}`+ties.String(), 1)), "and neither has more conditions"},
		"readings without number":    {instead(`"readings": [`, `"readings": [`+many(9_000, `{"name":"r%d","values":["a"]}`)+`,{"name":"r1","values":["a"]},`), "is the name of another reading"},
		"too many facts":             {with(covers(many(5_000, `{"fact":"f%d"`+because+`}`), ``)), "asks for one fact too many; a coverage asks for at most 256"},
		"too many exceptions":        {with(covers(many(9_000, `{"fact":"f%d","unless":[`+many(40, `"e%d"`)+`]`+because+`}`), ``)), "asks for one fact too many; a coverage asks for at most 256"},
		"many rules for one fact":    {with(covers(many(9_900, `{"fact":"f"`+because+`}`), ``)), "has a rule already, rules[0]; one rule answers one question"},
		"bad names of facts":         {with(covers(many(250, `{"fact":"F%d","unless":[`+many(256, `"X%d"`)+`]`+because+`}`), ``)), "is not a name of a fact"},
		"too many limits":            {with(covers(`{"fact":"f"`+because+`}`, many(9_000, `{"fact":"f","needs":["f"]}`))), "are 9000; a coverage has at most 256"},
		"limits of no facts":         {with(covers(many(256, `{"fact":"`+strings.Repeat("f", 60)+`%d"`+because+`}`), many(256, `{"fact":"f","needs":[`+many(256, `"n%d"`)+`],"bars":[`+many(256, `"b%d"`)+`]}`))), "is a fact of no rule"},
		"a fact that needs all":      {with(covers(many(256, `{"fact":"f%d"`+because+`}`), many(256, `{"fact":"f%d","needs":[`+many(256, `"f%d"`)+`],"bars":["f255"]}`))), `"f0" can never be true`},
		"a long name":                {instead(`"level": "high", "measure"`, `"level": "`+strings.Repeat("é", 500_000)+`", "measure"`), "is not a level"},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, err := document.Decode(test.text)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			if err == nil || !errors.Is(err, document.ErrDocument) {
				t.Fatalf("no such error: %v", err)
			}
			if text := err.Error(); !strings.Contains(text, test.want) {
				t.Errorf("%.300s", text)
			} else if len(text) > 200_000 {
				t.Errorf("the error has %d bytes", len(text))
			}
			if bytes := after.TotalAlloc - before.TotalAlloc; bytes > 500<<20 {
				t.Errorf("allocated %d MB", bytes>>20)
			}
			t.Logf("%v, %d MB", took, (after.TotalAlloc-before.TotalAlloc)>>20)
		})
	}
}

// TestLastYear has a holiday on the last day that there is, which is one.
func TestLastYear(t *testing.T) {
	text := instead(`"region": "DE-BY", `, `"holidays": ["9999-12-31"], "special": {"9999-12-30": []}, `)
	if _, err := document.Decode(text); err != nil {
		t.Error(err)
	}
}

// TestManyMistakes reports a hundred, and that there are more.
func TestManyMistakes(t *testing.T) {
	for _, text := range [][]byte{
		[]byte(`{` + many(101, `"a%d":1`) + `}`),
		with(`"halt":[` + many(200, `"e%d"`) + `]`),
	} {
		_, err := document.Decode(text)
		var e *document.Error
		if !errors.As(err, &e) || len(e.Mistakes) != 100 || !e.More {
			t.Errorf("%v", err)
		}
		if !strings.HasSuffix(err.Error(), "\ndocument: there are more mistakes") {
			t.Errorf("%.200s", err)
		}
	}
}
