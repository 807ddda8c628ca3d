//! The words of the life cycle. The engine acts on them, so they are types; every other list of values is data of the
//! programme. Names and order are those of the programme's published API.

/// Declares a closed list of words: each variant with the text that people and the API use.
macro_rules! words {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)+ }) => {
        $(#[doc = $about])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[doc = $doc])+ #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }

            /// The value that a text means, whatever its case.
            #[must_use]
            pub fn read(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str().eq_ignore_ascii_case(text.trim()))
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// How far the sale of an opportunity is.
    Stage {
        /// It may be there.
        Prospect = "Prospect",
        /// The customer agreed that it is real.
        Qualified = "Qualified",
        /// How it is to be built is understood.
        TechnicalValidation = "Technical Validation",
        /// Prices and steps are agreed on.
        BusinessValidation = "Business Validation",
        /// The contract is signed.
        Committed = "Committed",
        /// It runs and is billed.
        Launched = "Launched",
        /// It is lost, for a reason that is given.
        ClosedLost = "Closed Lost",
    }
}

words! {
    /// Where the review of an opportunity that a partner brings stands.
    ReviewStatus {
        /// Not submitted yet.
        PendingSubmission = "Pending Submission",
        /// Submitted; nobody has looked yet.
        Submitted = "Submitted",
        /// Somebody looks at it.
        InReview = "In review",
        /// It is accepted into the pipeline.
        Approved = "Approved",
        /// It is turned down.
        Rejected = "Rejected",
        /// More information is needed (ACE-1).
        ActionRequired = "Action Required",
    }
}

impl ReviewStatus {
    /// Whether it waits for the programme: in the queue of those who review.
    #[must_use]
    pub const fn waits(self) -> bool {
        match self {
            Self::Submitted | Self::InReview => true,
            Self::PendingSubmission | Self::Approved | Self::Rejected | Self::ActionRequired => false,
        }
    }
}

words! {
    /// Who brought an opportunity.
    Origin {
        /// The operator of the programme shared it.
        AwsReferral = "AWS Referral",
        /// The partner brought it.
        PartnerReferral = "Partner Referral",
    }
}

words! {
    /// What became of something that was shared.
    InvitationStatus {
        /// It waits for an answer.
        Pending = "PENDING",
        /// It was accepted.
        Accepted = "ACCEPTED",
        /// It was rejected.
        Rejected = "REJECTED",
        /// Nobody answered in time.
        Expired = "EXPIRED",
    }
}

words! {
    /// What a partner wants from a submission.
    InvolvementType {
        /// That it is known.
        ForVisibilityOnly = "For Visibility Only",
        /// That it is sold together.
        CoSell = "Co-Sell",
    }
}

words! {
    /// How much of a submission the sellers of the operator see.
    Visibility {
        /// Everything.
        Full = "Full",
        /// Little.
        Limited = "Limited",
    }
}
