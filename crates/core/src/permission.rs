//! The things that the engine can be asked to allow. A programme says which roles may do them.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

/// Declares the permissions once: variant, id in text, and what it allows.
macro_rules! permissions {
    ($($(#[doc = $doc:literal])+ $variant:ident = $id:literal,)+) => {
        /// A thing that a person may be allowed to do. Which roles may is data of the [`Program`](crate::Program).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Permission {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Permission {
            /// Every permission, in the order of the role comparison, then the rest.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The id in snake case, as in the API and in programmes.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}

permissions! {
    /// Move the lead role to another person (CMP-1).
    ReassignLead = "reassign_lead",
    /// Give and take the roles of staff (CMP-2).
    AssignStaffRoles = "assign_staff_roles",
    /// Remove people for good (CMP-3).
    RemoveUsers = "remove_users",
    /// Submit opportunities (CMP-4).
    SubmitOpportunities = "submit_opportunities",
    /// Manage everybody's opportunities and leads (CMP-5).
    ManageAllPipeline = "manage_all_pipeline",
    /// Manage the opportunities and leads one owns (CMP-6).
    ManageOwnedPipeline = "manage_owned_pipeline",
    /// Manage the public listing (CMP-7).
    ManageListing = "manage_listing",
    /// See training and certification data of the whole company (CMP-8).
    ViewTrainingData = "view_training_data",
    /// Apply to the competency programme (CMP-9).
    ApplyToCompetency = "apply_to_competency",
    /// Manage offerings (CMP-10).
    ManageOfferings = "manage_offerings",
    /// Build Well-Architected workloads (CMP-11).
    BuildWellArchitectedWorkloads = "build_well_architected_workloads",
    /// Build case studies (CMP-12).
    BuildCaseStudies = "build_case_studies",
    /// Build with the marketing toolkit (CMP-13).
    BuildWithMarketingToolkit = "build_with_marketing_toolkit",
    /// Manage public references (CMP-14).
    ManagePublicReferences = "manage_public_references",
    /// Make badges (CMP-15).
    UseBadgeManager = "use_badge_manager",
    /// Create and edit programme applications (CMP-16).
    ManageProgramApplications = "manage_program_applications",
    /// See the people of the company and their roles (MENU-36).
    ViewUsers = "view_users",
    /// Invite people (INV-1).
    InviteUsers = "invite_users",
    /// Give and take the role that shares the lead's administration (ROLE-12, ROLE-21).
    AssignTeamRole = "assign_team_role",
    /// Give and take the channel role (ROLE-30).
    AssignChannelRole = "assign_channel_role",
    /// Give and take the cloud administrator's role (ROLE-33).
    AssignCloudAdminRole = "assign_cloud_admin_role",
    /// Hand the own cloud administrator's role to somebody else (ROLE-34).
    HandOverCloudAdminRole = "hand_over_cloud_admin_role",
    /// Block a person's sign-in (AUDIT-8).
    DeactivateUsers = "deactivate_users",
    /// Ask for another lead (PROFILE-7).
    RequestLeadChange = "request_lead_change",
    /// Edit what the company says about itself (PROFILE-8).
    EditCompanyInformation = "edit_company_information",
    /// Add and withdraw e-mail domains (PROFILE-22).
    ManageDomains = "manage_domains",
    /// See the scorecard (PROFILE-2).
    ViewScorecard = "view_scorecard",
    /// Submit the form for an upgrade (FEE-5).
    SubmitUpgradeForm = "submit_upgrade_form",
    /// Post jobs (PROFILE-6).
    PostJobs = "post_jobs",
    /// Link the marketplace account (LINK-9).
    LinkMarketplaceAccount = "link_marketplace_account",
    /// Map and unmap people on the marketplace page (LINK-23, LINK-25).
    MapMarketplaceUsers = "map_marketplace_users",
    /// Map people on the IAM roles tab (LINK-34).
    MapIamRoles = "map_iam_roles",
    /// Map and unmap the CRM integration (LINK-29, LINK-30).
    MapCrmIntegration = "map_crm_integration",
    /// Assign tasks to people (TASK-14).
    AssignTasks = "assign_tasks",
    /// See everybody's tasks (TASK-10).
    ViewAllTasks = "view_all_tasks",
    /// Build device listings (ROLE-62).
    BuildDeviceListings = "build_device_listings",
    /// Build technical validations (ROLE-60).
    BuildTechnicalValidations = "build_technical_validations",
    /// Accept and reject shared opportunities and leads (ACE-4).
    DecideOnLeads = "decide_on_leads",
    /// Import, export, update and transfer opportunities in bulk (ACE-6, ACE-13).
    BulkManageOpportunities = "bulk_manage_opportunities",
    /// Transfer leads in bulk (ACE-7, ACE-14).
    BulkTransferLeads = "bulk_transfer_leads",
    /// Export leads in bulk (ACE-7).
    BulkExportLeads = "bulk_export_leads",
    /// Download pipeline data for reports (ACE-9).
    DownloadPipelineReports = "download_pipeline_reports",
    /// Get mail about shared leads and open questions (ACE-1).
    ReceivePipelineMail = "receive_pipeline_mail",
    /// Use the channel page (ROLE-29).
    ManageChannel = "manage_channel",
    /// Edit the own profile (PROFILE-24).
    EditOwnProfile = "edit_own_profile",
    /// Take training courses (ROLE-26).
    TakeTraining = "take_training",
    /// Complete, dismiss and delete own tasks (TASK-13).
    WorkOnOwnTasks = "work_on_own_tasks",
    /// Open support cases (SUPPORT-1).
    ContactSupport = "contact_support",
    /// Read the company's audit trail (TRAIL-3).
    ViewTrail = "view_trail",
}

impl Permission {
    /// Its place in [`Permission::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A text that names no permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no permission of that name")]
pub struct NotAPermission;

impl FromStr for Permission {
    type Err = NotAPermission;

    fn from_str(text: &str) -> Result<Self, NotAPermission> {
        Self::ALL.iter().copied().find(|p| p.id() == text).ok_or(NotAPermission)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_equal_their_serialized_form() {
        for (i, permission) in Permission::ALL.iter().enumerate() {
            assert_eq!(permission.index(), i);
            assert_eq!(permission.id().parse(), Ok(*permission));
            assert_eq!(serde_json::to_string(permission).unwrap(), alloc::format!("\"{}\"", permission.id()));
        }
        assert_eq!("nothing".parse::<Permission>(), Err(NotAPermission));
    }
}
