package purchased

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// The figures of 3.2.
var (
	responseSeverity1   = policy.Measure{Time: 1 * time.Hour}                           // PUR-3
	responseSeverity2   = policy.Measure{Time: 8 * time.Hour}                           // PUR-4, in business hours
	resolutionSeverity2 = policy.Measure{Days: 5, Convention: calendar.CloseOfBusiness} // PUR-4
)

// metrics returns what is promised; callIn says whether the customer has bought the add-on of
// 3.1.2.
func metrics(callIn bool) []policy.Metric {
	// PUR-2: Severity 1 must be reported by telephone; the hotline does not
	// take Severity 2 without the add-on. The portal counts as e-mail.
	byPhone := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, Clause: "PUR-2"}
	byMail := policy.Gate{Accepts: policy.By(policy.Email, policy.Portal), WaitsFor: policy.Email, Clause: "PUR-2"}
	if callIn {
		byMail = policy.Gate{}
	}
	// PUR-5: Severity 3 has no target.
	return []policy.Metric{
		{
			Name:  "response",
			Start: policy.Report,
			Stop:  policy.Response,
			Once:  true,
			Targets: []policy.Target{
				{Level: severity1, Measure: responseSeverity1, Calendar: roundTheClock, Clause: "PUR-3", Gate: byPhone, StopBy: policy.By(policy.Phone)},
				{Level: severity2, Measure: responseSeverity2, Calendar: businessHours, Clause: "PUR-4", Gate: byMail},
			},
		},
		{
			Name:  "resolution",
			Start: policy.Report,
			Stop:  policy.On(policy.Resolved, policy.WorkaroundAccepted), // PUR-6
			Targets: []policy.Target{
				{Level: severity2, Measure: resolutionSeverity2, Calendar: businessHours, Clause: "PUR-4", Gate: byMail},
			},
		},
	}
}
