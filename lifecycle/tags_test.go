package lifecycle_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
)

// otherForm are the exported structs that have a form of their own in JSON, or are parts
// of one that has.
var otherForm = []string{"Align", "Alignment", "Bound", "Case", "Current", "EndOf", "Given", "Held", "Latest", "Own", "Plus", "PlusNumber",
	"Rule", "Scheme", "Scope", "Stage", "Successor", "Unending", "Version"}

// TestTags: the exported structs of plain data have their fields in JSON in one style.
// Errors have no JSON.
func TestTags(t *testing.T) {
	style := regexp.MustCompile(`^[a-z]+(_[a-z]+)*(,omitempty)?$`)
	var found []string
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for spec := range ast.Preorder(file) {
			s, ok := spec.(*ast.TypeSpec)
			if !ok || !s.Name.IsExported() || strings.HasSuffix(s.Name.Name, "Error") {
				continue
			}
			st, ok := s.Type.(*ast.StructType)
			if !ok || slices.Contains(otherForm, s.Name.Name) {
				found = append(found, s.Name.Name)
				continue
			}
			for _, field := range st.Fields.List {
				if len(field.Names) == 0 {
					continue // what is embedded has its own
				}
				tag := ""
				if field.Tag != nil {
					text, err := strconv.Unquote(field.Tag.Value)
					if err != nil {
						return err
					}
					tag = reflect.StructTag(text).Get("json")
				}
				if len(field.Names) != 1 || !style.MatchString(tag) {
					t.Errorf("%s: %s.%s has the name %q in JSON", name, s.Name.Name, field.Names[0].Name, tag)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range otherForm {
		if !slices.Contains(found, name) {
			t.Errorf("there is no struct %s", name)
		}
	}
}

// TestTermsJSON: what is asked about terms and debts, and what is answered, has one style
// in JSON, and reads back.
func TestTermsJSON(t *testing.T) {
	day := func(text string) calendar.Date {
		d, err := calendar.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	paid := day("2026-03-05")
	year := calendar.Period{From: day("2026-01-01"), Through: day("2026-12-31")}
	for want, v := range map[string]any{
		`{"name":"R-1","due":"2026-03-01"}`:                     lifecycle.Debt{Name: "R-1", Due: day("2026-03-01")},
		`{"name":"R-1","due":"2026-03-01","paid":"2026-03-05"}`: lifecycle.Debt{Name: "R-1", Due: day("2026-03-01"), Paid: &paid},
		`{"perpetual":true,"terms":[{"from":"2026-01-01","through":"2026-12-31"}],"paid":[{"on":"2026-03-05","period":{"from":"2026-01-01","through":"2026-12-31"}}],"clause":"ISP-9"}`: lifecycle.License{
			Perpetual: true, Terms: []calendar.Period{year}, Paid: []lifecycle.MissedPayment{{On: paid, Period: year}}, Clause: "ISP-9"},
		`{"delivered":"2026-03-05","clause":"X-1"}`: lifecycle.TemporaryFix{Delivered: paid, Clause: "X-1"},
		`{"term":{"months":12,"end":"month_end","clause":"A"},"decline":{"ahead":30,"unit":"days","clause":"B"},"invoice_ahead":60,"unpaid":{"count":2,"unit":"weeks","clause":"C"}}`: lifecycle.SubscriptionRule{
			Term: lifecycle.TermRule{Months: 12, Clause: "A"}, Decline: lifecycle.NoticeRule{Ahead: 30, Clause: "B"}, InvoiceAhead: 60,
			Unpaid: lifecycle.PaymentRule{Count: 2, Unit: calendar.Weeks, Clause: "C"}},
		`{"percent":50,"rounding":"half_up"}`: lifecycle.LiabilityRule{Percent: 50, Rounding: lifecycle.RoundHalfUp},
		`{"round_down":7}`:                    lifecycle.CoTermRule{RoundDown: 7},
		`{"months":[1,12]}`:                   lifecycle.StandardTermRule{Months: []int{1, 12}},
		`{"index":1,"phase":"full","from":"2026-03-05","through":{"kind":"open","waits_for":"the next release"},"supported":true,"services":["help"],` +
			`"stages":[{"name":"full","from":"2026-03-05","through":{"kind":"known","through":"2026-12-31"}}],"clause":"POR-5",` +
			`"next":{"on":"2027-01-01","phase":"over","supported":false,"services":[]},"moved_by":["the next release"]}`: lifecycle.Status{
			Index: 1, Phase: "full", From: paid, Through: lifecycle.Bound{WaitsFor: "the next release"}, Supported: true, Services: []string{"help"},
			Stages: []lifecycle.StageDays{{Name: "full", From: paid, Through: lifecycle.Bound{Kind: lifecycle.Known, Through: day("2026-12-31")}}}, Clause: "POR-5",
			Next: &lifecycle.StatusChange{On: day("2027-01-01"), Phase: "over", Services: []string{}}, MovedBy: []string{"the next release"}},
	} {
		got, err := json.Marshal(v)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%T: %v (-want +got)\n%s", v, err, diff)
		}
		back := reflect.New(reflect.TypeOf(v))
		if err := json.Unmarshal([]byte(want), back.Interface()); err != nil {
			t.Errorf("%s: %v", want, err)
		}
		if diff := cmp.Diff(v, back.Elem().Interface(), cmp.AllowUnexported(calendar.Date{})); diff != "" {
			t.Errorf("%s (-want +got)\n%s", want, diff)
		}
	}
}
