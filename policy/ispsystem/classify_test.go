package ispsystem_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/severity"
)

// scenarioRows is the table of 2.6 by product, "" for the general descriptions,
// and degree: the keys in the order of the text.
var scenarioRows = map[string]map[string]string{
	"": {
		"Emergency": "product_interrupted data_loss unsafe_settings data_security update_fails urgent_install_fails interface_down login_fails licence_order_fails",
		"High":      "function_affected core_with_workaround contractor_sites_down",
		"Medium":    "core_intact",
		"Low":       "consultation other",
	},
	"VMmanager": {
		"Emergency": "all_nodes_stuck machine_cut_off node_not_deleted tasks_frozen",
		"High":      "some_nodes_stuck node_unreachable machine_state_stuck page_broken authorization_broken machine_operations_fail",
		"Medium":    "normal_install_fails node_limits_ignored wrong_address_pool ssh_key_fails copies_broken",
	},
	"DCImanager": {
		"Emergency": "equipment_not_added operations_not_started pdu_unreachable first_location_fails location_lost_on_update",
		"High":      "location_unusable power_control_fails sensor_status_stale racks_not_created",
		"Medium":    "blade_in_last_unit auto_add_form_broken",
	},
	"BILLmanager": {
		"Emergency": "all_processing_down main_payments_fail",
		"High":      "accounting_documents rare_payments_fail statistics_missing popular_tariff_fails popular_payment_fails contractor_module_idle",
		"Medium":    "accounting_documents service_order_fails backup_fails",
	},
	"DNSmanager": {},
}

var fourProducts = []string{"VMmanager", "DCImanager", "BILLmanager", "DNSmanager"}

// TestISP7_Catalogue holds the whole table, in both directions.
func TestISP7_Catalogue(t *testing.T) {
	got := map[string]map[string]string{"DNSmanager": {}}
	for _, s := range ispsystem.Scenarios() {
		if got[s.Product] == nil {
			got[s.Product] = map[string]string{}
		}
		got[s.Product][s.Criticality] = strings.TrimSpace(got[s.Product][s.Criticality] + " " + s.Key)
		if len(s.Text) < 10 {
			t.Errorf("%s of %s says %q", s.Key, s.Product, s.Text)
		}
	}
	if diff := cmp.Diff(scenarioRows, got); diff != "" {
		t.Error(diff)
	}
}

// TestISP7_Words holds what decides in the descriptions of 2.6: whose business and
// whose payments count, how many faults it takes, and what may still work. A word
// after a "!" would say more or less than the text.
func TestISP7_Words(t *testing.T) {
	want := map[string]string{
		"product_interrupted":     "fault of the product|the user's business",
		"data_loss":               "fault of the product|the user's business",
		"unsafe_settings":         "fault of the product|standard settings|the user's business|!delivered",
		"data_security":           "fault of the product|in another way|the user's business",
		"interface_down":          "interface|!nothing",
		"licence_order_fails":     "cannot be ordered, or cannot be renewed|!neither",
		"all_nodes_stuck":         "on no node|created, or on none|started",
		"tasks_frozen":            "the product, or|all nodes",
		"equipment_not_added":     "a server, or other",
		"operations_not_started":  "diagnostics|an operating system|anything else",
		"location_lost_on_update": "since an update",
		"all_processing_down":     "orders, payments and|all active modules",
		"main_payments_fail":      "the user's main|no payments, or",
		"function_affected":       "functions suffer|goes on|lost or damaged",
		"core_with_workaround":    "core functions suffer|a way around, or a stopgap",
		"contractor_sites_down":   "site|documentation|such as|!online",
		"some_nodes_stuck":        "one node of the cluster or more|!some",
		"machine_state_stuck":     "while operations run",
		"page_broken":             "critical for users|content|while the API",
		"authorization_broken":    "while the API",
		"machine_operations_fail": "basic operations|virsh and the API",
		"power_control_fails":     "a start, a stop or a restart|BMC|!not started",
		"racks_not_created":       "can still be added",
		"rare_payments_fail":      "the user does not use often|!seldom",
		"popular_tariff_fails":    "one of the configurations|the user uses most|!common",
		"popular_payment_fails":   "the user favours|!many",
		"contractor_module_idle":  "the contractor's processing module",
		"core_intact":             "do not suffer|a way around, or a stopgap",
		"wrong_address_pool":      "another pool|its user chose",
		"copies_broken":           "backups, snapshots or images",
		"auto_add_form_broken":    "automatic adding|errors",
		"service_order_fails":     "not too rare",
	}
	for _, s := range ispsystem.Scenarios() {
		for word := range strings.SplitSeq(want[s.Key], "|") {
			word, wrong := strings.CutPrefix(word, "!")
			if strings.Contains(s.Text, word) == wrong {
				t.Errorf("%s says %q; has %q: %v", s.Key, s.Text, word, wrong)
			}
		}
		delete(want, s.Key)
	}
	for key := range want {
		t.Errorf("the catalogue has no %s", key)
	}
}

// TestISP7_Classify asks for each entry of the table: its product gets its
// degree, the general ones that of every product, and no other product has it.
func TestISP7_Classify(t *testing.T) {
	p := mustNew(t)
	for owner, degrees := range scenarioRows {
		for degree, keys := range degrees {
			for key := range strings.FieldsSeq(keys) {
				for _, product := range fourProducts {
					for _, scenario := range []string{key, key + "/" + degree} {
						got, err := ispsystem.Classify(p.Scale(), product, scenario)
						switch {
						case owner != "" && owner != product:
							if !errors.Is(err, severity.ErrFact) {
								t.Errorf("%s of %s: %v, %v; it is one of %s", scenario, product, got, err, owner)
							}
						case scenario == "accounting_documents":
							if !errors.Is(err, severity.ErrUnsettled) {
								t.Errorf("%s of %s: %v, %v; the text has it twice", scenario, product, got, err)
							}
						case err != nil || got.Level.String() != degree || got.Level.Scale() != p.Scale() || got.Clause != "ISP-7" || got.Rule != key || got.Reason == "":
							t.Errorf("%s of %s: %v, %v; want %s", scenario, product, got, err, degree)
						}
					}
				}
			}
		}
	}
}

func TestISP7_NoLevel(t *testing.T) {
	for _, tt := range []struct {
		product, scenario string
		kind              error
		want              string
	}{
		{"BILLmanager", "accounting_documents", severity.ErrUnsettled,
			"severity: ispsystem: High or Medium is possible: the text lists it under each of them; write accounting_documents/High or accounting_documents/Medium (ISP-7); whoever sets the severity must name one"},
		{"BILLmanager", "accounting_documents/Low", severity.ErrFact, ""},
		{"BILLmanager", "backup_fails/medium", severity.ErrFact, ""},
		{"Billmanager", "backup_fails", severity.ErrFact,
			`severity: ispsystem: product: "Billmanager" is not an answer; write VMmanager, DCImanager, BILLmanager or DNSmanager`},
		{"", "login_fails", severity.ErrFact,
			`severity: ispsystem: product: "" is not an answer; write VMmanager, DCImanager, BILLmanager or DNSmanager`},
		{"DNSmanager", "zone_transfer", severity.ErrFact,
			`severity: ispsystem: scenario: "zone_transfer" is not an answer; write product_interrupted, data_loss, unsafe_settings, data_security, update_fails, ` +
				`urgent_install_fails, interface_down, login_fails, licence_order_fails, function_affected, core_with_workaround, contractor_sites_down, core_intact, consultation or other`},
		{"VMmanager", "", severity.ErrFact, ""},
	} {
		got, err := ispsystem.Classify(nil, tt.product, tt.scenario)
		if !errors.Is(err, tt.kind) || tt.want != "" && err.Error() != tt.want || got != (severity.Classification{}) {
			t.Errorf("%s of %s: %v, %v\nwant %s", tt.scenario, tt.product, got, err, tt.want)
		}
	}
	strange, err := severity.NewScale("other", "1")
	if err != nil {
		t.Fatal(err)
	}
	for _, scenario := range []string{"backup_fails", "accounting_documents"} {
		if _, err := ispsystem.Classify(strange, "BILLmanager", scenario); !errors.Is(err, severity.ErrLevel) {
			t.Errorf("%s on a scale without Medium: %v", scenario, err)
		}
	}
	// What the error offers can be written.
	_, err = ispsystem.Classify(nil, "BILLmanager", "")
	var e *severity.FactsError
	if !errors.As(err, &e) || len(e.Valid) != 1 || len(e.Valid[0].Answers) != 26 {
		t.Fatalf("%v", err)
	}
	for _, a := range e.Valid[0].Answers {
		if _, err := ispsystem.Classify(nil, "BILLmanager", a.Name); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}

// TestISP7_ScenariosOf counts what holds for a product: its own and the 15
// general ones.
func TestISP7_ScenariosOf(t *testing.T) {
	for product, want := range map[string]int{"VMmanager": 30, "DCImanager": 26, "BILLmanager": 26, "DNSmanager": 15} {
		got, err := ispsystem.ScenariosOf(product)
		if err != nil || len(got) != want {
			t.Errorf("%s has %d, %v; want %d", product, len(got), err, want)
		}
	}
	if _, err := ispsystem.ScenariosOf("IPmanager"); !errors.Is(err, severity.ErrFact) {
		t.Errorf("no such product: %v", err)
	}
	ispsystem.Scenarios()[0].Key = "changed"
	if got := ispsystem.Scenarios()[0].Key; got != "product_interrupted" {
		t.Errorf("the catalogue now starts with %s", got)
	}
}

// TestISP4_UserSetsContractorChanges has who may set a criticality, and when.
func TestISP4_UserSetsContractorChanges(t *testing.T) {
	a := ispsystem.Authority()
	for _, tt := range []struct {
		name  string
		s     severity.Setter
		party severity.Party
		want  severity.Permission
	}{
		{"report", a.Report, severity.Customer, severity.Named},
		{"report", a.Report, severity.Supplier, severity.NotNamed},
		{"change", a.Change, severity.Customer, severity.NotNamed},
		{"change", a.Change, severity.Supplier, severity.Named},
	} {
		if got := tt.s.Allows(tt.party); got != tt.want || tt.s.Clause != "ISP-4" {
			t.Errorf("%s by the %v: %v; want %v", tt.name, tt.party, got, tt.want)
		}
	}
}

func TestISP4_WorkaroundLowersNothing(t *testing.T) {
	p := mustNew(t)
	l, err := ispsystem.Lowering(p.Scale())
	if err != nil || l.Kind() != severity.NoLowering || l.Names() != nil {
		t.Fatalf("%v %v, %v", l.Kind(), l.Names(), err)
	}
	for _, level := range p.Scale().Levels() {
		if got, lowered := l.After(level); lowered || got != level {
			t.Errorf("%v becomes %v", level, got)
		}
	}
}

func ExampleClassify() {
	fmt.Println(ispsystem.Classify(nil, "DCImanager", "pdu_unreachable"))
	fmt.Println(ispsystem.Classify(nil, "DNSmanager", "consultation"))
	fmt.Println(ispsystem.Classify(nil, "BILLmanager", "accounting_documents/High"))
	// Output:
	// Emergency: a power distribution unit that works cannot be reached, which the catalogue lists for DCImanager (ISP-7) <nil>
	// Low: it is a question about the product's functions, which the catalogue lists for every product (ISP-7) <nil>
	// High: accounting documents cannot be made, which the catalogue lists for BILLmanager (ISP-7) <nil>
}

func ExampleScenarios() {
	s := ispsystem.Scenarios()
	fmt.Println(len(s), s[9].Product, s[9].Key, s[9].Criticality)
	// Output: 52 VMmanager all_nodes_stuck Emergency
}

func ExampleScenariosOf() {
	s, err := ispsystem.ScenariosOf("DNSmanager")
	fmt.Println(len(s), s[0].Key, s[0].Criticality, err)
	// Output: 15 product_interrupted Emergency <nil>
}

func ExampleLowering() {
	l, err := ispsystem.Lowering(nil)
	fmt.Println(l.Kind(), l.Reason(), err)
	// Output: none no clause lowers a degree of criticality; the contractor may change it <nil>
}

func ExampleAuthority() {
	a := ispsystem.Authority()
	fmt.Println(a.Report.By, a.Change.By)
	// Output: [customer] [supplier]
}
